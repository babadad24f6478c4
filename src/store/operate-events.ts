import { Type } from "typebox";
import { Instant, MemberKey, record } from "./event-shapes.ts";

/** What technicians do to the store itself. */
export const OPERATE_EVENTS = {
  /**
   * A backup took the place of the store: what this desk had written after `lastSeq` is not in this log, but for what the
   * library's other desks had of it. Numbers up to `resumedAfter` are not given again.
   */
  "desk.restored": record({
    backupAt: Instant,
    lastSeq: Type.Integer({ minimum: 0 }),
    resumedAfter: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  /** Somebody asked to be forgotten, in logs of before `erasure.asked`: so many files of the vault were erased. */
  "desk.memberErased": record({
    memberKey: MemberKey,
    files: Type.Integer({ minimum: 0 }),
    copies: Type.Integer({ minimum: 0 }),
    mirrored: Type.Integer({ minimum: 0 }),
  }),
} as const;
