import { Type } from "typebox";
import { REPRINT_REASONS } from "../cards/print-job.ts";
import { BACKS } from "../cards/sheets/sheet-layout.ts";
import { Code, MemberKey, Nullable, record, Uuid } from "./event-shapes.ts";

const Item = Type.Integer({ minimum: 0, maximum: 10_000 });
const Sheet = Type.Integer({ minimum: 1, maximum: 10_000 });
const Cell = Type.Integer({ minimum: 0, maximum: 100 });
const Reason = Type.Enum(REPRINT_REASONS);

const Mm = Type.Number({ minimum: -500, maximum: 500 });
const Scale = Type.Number({ minimum: 0.9, maximum: 1.1 });

/** What a printer does to a page: stream `printer/<device>`. Measured anew, the last one counts. */
export const CALIBRATION_EVENTS = {
  "printer.calibrated": record({
    /** A paper, or a tray's layout. */
    medium: Type.String({ maxLength: 40 }),
    profile: record({
      ...{ offsetXMm: Mm, offsetYMm: Mm, scaleX: Scale, scaleY: Scale },
      ...{ backOffsetXMm: Mm, backOffsetYMm: Mm },
    }),
    slots: Type.Array(record({ xMm: Mm, yMm: Mm }), { maxItems: 10 }),
  }),
  "printer.calibrationForgotten": record({ medium: Type.String({ maxLength: 40 }) }),
} as const;

/** Many members' cards as one piece of work: stream `batch/<id>`. */
export const BATCH_EVENTS = {
  "batch.opened": record({
    requestKey: Uuid,
    design: Nullable(Type.String({ maxLength: 60 })),
    device: Nullable(Type.String({ maxLength: 40 })),
    sheets: Nullable(
      record({ layout: Type.String({ maxLength: 40 }), backs: Type.Enum(BACKS), startCell: Cell }),
    ),
    reprintReason: Nullable(Reason),
    /** Absent: both sides, as far as the design has two. */
    frontOnly: Type.Optional(Type.Boolean()),
    count: Type.Integer({ minimum: 1, maximum: 10_000 }),
  }),
  /** In portions: one event of five thousand members would be half a megabyte. */
  "batch.membersAdded": record({
    from: Item,
    members: Type.Array(record({ memberId: Type.String({ maxLength: 30 }), memberKey: MemberKey }), {
      minItems: 1,
      maxItems: 200,
    }),
  }),
  "batch.started": record({}),
  "batch.paused": record({ code: Nullable(Code), item: Nullable(Item) }),
  "batch.resumed": record({}),
  "batch.closed": record({ how: Type.Enum(["done", "cancelled"]) }),
  "batch.itemPrinted": record({ item: Item }),
  /** Its next attempt is another print; without a reason the one before has used no ink. */
  "batch.itemAgain": record({ item: Item, reason: Nullable(Reason) }),
  "batch.itemSkipped": record({ item: Item, code: Code }),
  /** Written before the sheet reaches the printer, or the page that saves it. */
  "batch.sheetSent": record({
    sheet: Sheet,
    placed: Type.Array(
      record({
        ...{ cell: Cell, item: Item, design: Type.String({ maxLength: 60 }) },
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      }),
      { minItems: 1, maxItems: 100 },
    ),
  }),
  /** Proven to have used no ink: its cards wait again. */
  "batch.sheetWithdrawn": record({ sheet: Sheet, code: Code }),
  /** Somebody has looked at it: all cards are good but these. */
  "batch.sheetSettled": record({
    sheet: Sheet,
    spoiled: Type.Array(record({ item: Item, reason: Reason }), { maxItems: 100 }),
  }),
} as const;
