import { Type } from "typebox";
import { Code, record } from "./event-shapes.ts";

const Version = Type.String({ maxLength: 60 });

/** Which version of Titian wrote what comes after, and why. All in `update/<desk>`. */
export const UPDATE_EVENTS = {
  /** Offered, and not taken: signed by nobody who is trusted, damaged, too large. */
  "update.refused": record({ code: Code }),
  /** The last that the old version wrote, but for its end. */
  "update.switched": record({ from: Version, to: Version }),
  "update.confirmed": record({ from: Version, to: Version }),
  /** The desk is on the version before again. Restored: the store as it was before; nobody had worked in the newer one. */
  "update.leftBehind": record({
    version: Version,
    why: Type.Enum(["never-healthy", "not-steady", "damaged", "taken-back"]),
    restored: Type.Boolean(),
  }),
} as const;
