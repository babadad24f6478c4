import { Type } from "typebox";
import {
  BatchSummary,
  BatchView,
  CalibrationView,
  ChoicesView,
  LayoutName,
  ListView,
  PlanView,
  SheetSetupShape,
} from "./batch-shapes.ts";
import { command, Empty, params, QUICK } from "./command.ts";
import { DesignName } from "./design-shapes.ts";
import { LONGEST_DEADLINE_MS } from "./limits.ts";
import { FrontOnly, IgnoreSupplies } from "./print-wishes.ts";
import { DeviceId, FrameId, nullable, ReprintReason, Uuid } from "./shapes.ts";

/** Twenty thousand rows, each asked of INLISLite where no copy is kept, ms. */
const LONG_LIST = 120_000;
/** Pictures of a page of cards, ms. */
const PREVIEW = 60_000;
const Day = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" });
const OneBatch = params({ batch: Uuid });
const Item = Type.Integer({ minimum: 0, maximum: 10_000 });
const SheetNo = Type.Integer({ minimum: 1, maximum: 10_000 });
const Mm = Type.Number({ minimum: -500, maximum: 500 });
const Shift = params({ xMm: Mm, yMm: Mm });

/** Many members' cards at once: lists, batches, sheets and what makes a printer true to size. */
export const BATCH_COMMANDS = {
  "list.read": command({
    since: 1,
    summary:
      "Look into a CSV or XLSX: its columns, and which of them has the member numbers. Nothing is kept.",
    params: params({ file: FrameId }),
    result: ListView,
    deadlineMs: 30_000,
    consoleOnly: true,
  }),
  "batch.choices": command({
    since: 1,
    summary: "What a batch can be made of and printed on.",
    params: Empty,
    result: ChoicesView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "batch.plan": command({
    since: 1,
    summary: "Set a list or a selection beside INLISLite: who gets a card, and why the others get none.",
    params: params({
      source: Type.Union([
        params({
          kind: Type.Enum(["file"]),
          file: FrameId,
          column: nullable(Type.Integer({ minimum: 0, maximum: 99 })),
        }),
        params({ kind: Type.Enum(["type"]), memberType: Type.String({ minLength: 1, maxLength: 50 }) }),
        params({ kind: Type.Enum(["registered"]), from: Day, to: Day }),
        params({ kind: Type.Enum(["waiting"]) }),
        params({
          kind: Type.Enum(["numbers"]),
          numbers: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 500 }),
        }),
      ]),
      acceptSuggestions: Type.Boolean({
        description: "Take the numbers that were suggested for lost zeros.",
      }),
    }),
    result: PlanView,
    deadlineMs: LONG_LIST,
    consoleOnly: true,
  }),
  "batch.report": command({
    since: 1,
    summary: "A plan's rows, or a batch's cards, as a CSV whose cells no spreadsheet program runs.",
    params: params({ plan: nullable(Uuid), batch: nullable(Uuid) }),
    result: Type.Object({ file: FrameId }),
    deadlineMs: 30_000,
    consoleOnly: true,
  }),
  "batch.open": command({
    since: 1,
    summary: "Make a batch of a plan's ready rows. Nothing prints before batch.start.",
    params: params({
      requestKey: Type.String({ ...Uuid, description: "The same key never makes two." }),
      plan: Uuid,
      design: nullable(DesignName),
      device: nullable(DeviceId),
      sheets: nullable(SheetSetupShape),
      reprintReason: nullable(ReprintReason),
      frontOnly: Type.Optional(FrontOnly),
      ignoreSupplies: Type.Optional(IgnoreSupplies),
    }),
    result: BatchView,
    deadlineMs: 30_000,
    consoleOnly: true,
  }),
  "batches.list": command({
    since: 1,
    summary: "Batches, newest first.",
    params: params({ limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }) }),
    result: Type.Object({ batches: Type.Array(BatchSummary, { maxItems: 100 }) }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "batch.get": command({
    since: 1,
    summary: "Where a batch stands.",
    params: OneBatch,
    result: BatchView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "batch.preview": command({
    since: 1,
    summary: "Cards as they would be printed now, a page of them. A card that cannot be made says why.",
    params: params({ batch: Uuid, from: Item, count: Type.Integer({ minimum: 1, maximum: 12 }) }),
    result: Type.Object({
      cards: Type.Array(
        Type.Object({
          item: Item,
          name: Type.String({ maxLength: 255 }),
          card: nullable(FrameId),
          text: nullable(Type.String({ maxLength: 500 })),
        }),
        { maxItems: 12 },
      ),
    }),
    deadlineMs: PREVIEW,
    consoleOnly: true,
  }),
  "batch.start": command({
    since: 1,
    summary: "Begin, or go on after a pause. Refused while a card or sheet waits for somebody's word.",
    params: OneBatch,
    result: BatchView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "batch.pause": command({
    since: 1,
    summary: "Finish what is under the head and begin nothing new.",
    params: OneBatch,
    result: BatchView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "batch.cancel": command({
    since: 1,
    summary: "Print nothing more of this batch.",
    params: OneBatch,
    result: BatchView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "batch.settleItem": command({
    since: 1,
    summary: "Say what became of a card that its printer lost: it came out, print it again, or leave it out.",
    params: params({
      batch: Uuid,
      item: Item,
      outcome: Type.Enum(["printed", "again", "skip"]),
      reason: nullable(ReprintReason),
    }),
    result: BatchView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "batch.settleSheet": command({
    since: 1,
    summary:
      "Say how a sheet came out: all good, or which cards are spoiled. Those are made anew on the next sheet.",
    params: params({
      batch: Uuid,
      sheet: SheetNo,
      spoiled: Type.Array(params({ item: Item, reason: ReprintReason }), { maxItems: 100 }),
    }),
    result: BatchView,
    deadlineMs: 30_000,
    consoleOnly: true,
  }),
  "batch.sheetFile": command({
    since: 1,
    summary: "The next sheet as a PDF for a printer elsewhere, or one that was saved before, once more.",
    params: params({ batch: Uuid, sheet: nullable(SheetNo) }),
    result: Type.Object({ sheet: nullable(SheetNo), file: nullable(FrameId) }),
    deadlineMs: PREVIEW,
    consoleOnly: true,
  }),
  "calibration.print": command({
    since: 1,
    summary:
      "Print the page that is measured; with `isCheck` as the printer is corrected now. Once for each key until Titian starts again.",
    params: params({
      device: DeviceId,
      layout: LayoutName,
      isCheck: Type.Boolean(),
      backs: SheetSetupShape.properties.backs,
      requestKey: Uuid,
    }),
    result: Type.Object({ tookMs: Type.Integer({ minimum: 0 }) }),
    deadlineMs: LONGEST_DEADLINE_MS,
    consoleOnly: true,
  }),
  "calibration.measure": command({
    since: 1,
    summary: "Four measurements of the page; the printer is corrected by them from now on.",
    params: params({
      device: DeviceId,
      layout: LayoutName,
      measured: params({ leftMm: Mm, topMm: Mm, acrossMm: Mm, downMm: Mm }),
    }),
    result: CalibrationView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "calibration.readTray": command({
    since: 1,
    summary: "What the cards in a tray show at their left and upper edges, in the order of the slots.",
    params: params({
      device: DeviceId,
      layout: LayoutName,
      slots: Type.Array(Shift, { minItems: 1, maxItems: 10 }),
    }),
    result: CalibrationView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "calibration.measureBack": command({
    since: 1,
    summary:
      "How far the back's cross shows beside the front's, the check page held against the light with its front to the eye.",
    params: params({
      device: DeviceId,
      layout: LayoutName,
      backs: Type.Enum(["long-edge", "short-edge"]),
      seen: Shift,
    }),
    result: CalibrationView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "calibration.forget": command({
    since: 1,
    summary: "Print as the printer does by itself again.",
    params: params({ device: DeviceId, layout: LayoutName }),
    result: Empty,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
} as const;
