import { Type } from "typebox";
import { JOB_STATES, PRIORITIES, REPRINT_REASONS } from "../cards/print-job.ts";
import { PAUSE_CAUSES, QUEUE_HOLDS } from "../cards/queue-pause.ts";
import { Code, DeviceName, MemberId, MemberKey, Nullable, record, Uuid } from "./event-shapes.ts";

/** One card on its way to a hand, and the queue that it waits in. */
export const PRINT_EVENTS = {
  "print.accepted": record({
    requestKey: Uuid,
    case: Nullable(Uuid),
    /** Optional fields: absent in what earlier versions wrote. */
    memberId: Type.Optional(MemberId),
    memberKey: MemberKey,
    printer: DeviceName,
    /** Absent: somebody stands at the desk. */
    priority: Type.Optional(Type.Enum(PRIORITIES)),
    batch: Type.Optional(Uuid),
    /** Absent: a card printer made it. */
    sheet: Type.Optional(
      record({
        sheet: Type.Integer({ minimum: 1 }),
        cell: Type.Integer({ minimum: 1 }),
        isTray: Type.Boolean(),
      }),
    ),
    template: Type.String({ maxLength: 60 }),
    templateVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    /** SHA-256 of the library's own design; absent for one of Titian's. */
    designFile: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
    /** Absent: both sides, as far as the design has two. */
    frontOnly: Type.Optional(Type.Boolean()),
    reprintOf: Nullable(Uuid),
    reprintReason: Nullable(Type.Enum(REPRINT_REASONS)),
  }),
  "print.advanced": record({
    to: Type.Enum(JOB_STATES),
    sha256: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
    symbology: Type.Optional(Type.String({ maxLength: 12 })),
    reference: Type.Optional(Type.String({ maxLength: 200 })),
    code: Type.Optional(Code),
    ink: Type.Optional(Type.Enum(["none", "unknown"])),
    by: Type.Optional(Type.Enum(["scan", "operator"])),
    reason: Type.Optional(Type.Enum(REPRINT_REASONS)),
  }),
  /** Before ink: the same job, at another printer. */
  "print.moved": record({ printer: DeviceName, frontOnly: Type.Optional(Type.Boolean()) }),
  /** On `desk/<id>`. Holds null: the queue goes on. */
  "desk.printerPaused": record({
    printer: DeviceName,
    holds: Nullable(Type.Enum(QUEUE_HOLDS)),
    why: Type.Enum(PAUSE_CAUSES),
  }),
} as const;
