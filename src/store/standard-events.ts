import { Type } from "typebox";
import { Day, Nothing, Nullable, record } from "./event-shapes.ts";

const Version = Type.Integer({ minimum: 1, maximum: 100_000 });
const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** A library's own service standards. The document itself is a file beside the log, named by its content. */
export const STANDARD_EVENTS = {
  /** A draft of this version: it may be saved again until it is published. */
  "standard.saved": record({ version: Version, sha256: Sha256, title: Type.String({ maxLength: 300 }) }),
  /** From now on this file is that version, for ever. */
  "standard.published": record({
    version: Version,
    sha256: Sha256,
    title: Type.String({ maxLength: 300 }),
    effectiveFrom: Day,
    effectiveTo: Nullable(Day),
  }),
  /** No case is opened under any of its versions; those that were still read. */
  "standard.withdrawn": Nothing,
  "standard.restored": Nothing,
} as const;
