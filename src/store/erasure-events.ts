import { Type } from "typebox";
import { MemberId, MemberKey, Nullable, record, Uuid } from "./event-shapes.ts";

const Count = Type.Integer({ minimum: 0 });

/** A member asked to be forgotten, on `erasure/<memberKey>`: whoever reads it erases what it holds itself. */
export const ERASURE_EVENTS = {
  "erasure.asked": record({ memberKey: MemberKey, memberId: Nullable(MemberId) }),
  /** One desk has obeyed. */
  "erasure.done": record({
    /** The event that asked for it. */
    asked: Uuid,
    /** Of the vault. */
    files: Count,
    /** Of the same files in backups and in stores put aside. */
    copies: Count,
    /** Rows of the copy of members. */
    mirrored: Count,
  }),
} as const;
