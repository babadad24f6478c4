import { Type } from "typebox";
import { Instant, record } from "./event-shapes.ts";

/** What technicians do to the store itself. */
export const OPERATE_EVENTS = {
  /** A backup took the place of the store: what this desk had written after `lastSeq` is not in this log. */
  "desk.restored": record({ backupAt: Instant, lastSeq: Type.Integer({ minimum: 0 }) }),
} as const;
