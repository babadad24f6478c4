import { Type } from "typebox";
import { STOCK_ITEMS, STOCK_KINDS, STOCK_REASONS } from "../../cards/stock/stock-items.ts";
import { Operator } from "./basic-shapes.ts";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import {
  BoardCardView,
  BoardView,
  MachineId,
  Place,
  Pouch,
  RunView,
  SpoilReason,
  StockItem,
  StockLine,
} from "./finishing-shapes.ts";
import { nullable, Uuid } from "./shapes.ts";

const OneJob = params({ job: Uuid });
const OneRun = params({ lamination: Uuid });
const Lines = Type.Object({ lines: Type.Array(StockLine, { maxItems: STOCK_ITEMS.length }) });
const common = { since: 1, deadlineMs: QUICK, consoleOnly: true } as const;

/** The board from the printer to the shelf, the laminators, and the stock. */
export const FINISHING_COMMANDS = {
  "board.get": command({
    ...common,
    summary: "Where every printed card lies, what the laminators do, and who waits.",
    params: Empty,
    result: BoardView,
    deadlineMs: READ,
  }),
  "card.move": command({
    ...common,
    summary: "Move a card one step on, as a scan does, or to a place that is named.",
    params: params({
      job: Uuid,
      to: Type.Optional(Place),
      at: Type.Optional(
        Type.Enum(["to-cut", "to-laminate", "in-machine", "inspect", "ready"], {
          description: "Where the person works: a card that lies elsewhere stays there.",
        }),
      ),
      isScan: Type.Optional(Type.Boolean({ description: "Two reads of one gesture count once." })),
      operator: Type.Optional(Operator),
    }),
    result: Type.Object({
      outcome: Type.Enum(["moved", "elsewhere", "cooling", "at-desk", "held", "gone", "same-gesture"]),
      card: BoardCardView,
      leftMs: nullable(Type.Integer({ minimum: 0, description: "Until it is cool." })),
    }),
  }),
  "card.undo": command({
    ...common,
    summary: "Take the card's last move back, within 10 s.",
    params: OneJob,
    result: BoardCardView,
  }),
  "card.spoil": command({
    ...common,
    summary: "The card is of no use. Its case goes back to the printer; its clock runs on.",
    params: params({ job: Uuid, reason: SpoilReason }),
    result: BoardCardView,
  }),
  "sheet.cut": command({
    ...common,
    summary: "Every card of a sheet that waited for the knife is cut.",
    params: params({ batch: Uuid, sheet: Type.Integer({ minimum: 1 }) }),
    result: Type.Object({ moved: Type.Integer({ minimum: 0 }) }),
  }),
  "lamination.start": command({
    ...common,
    summary: "Put cards into the machine: into the run that is going on, or a new one.",
    params: params({
      jobs: Type.Array(Uuid, { minItems: 1, maxItems: 200, uniqueItems: true }),
      machine: Type.Optional(MachineId),
      pouch: Type.Optional(Pouch),
      operator: Type.Optional(Operator),
    }),
    result: RunView,
  }),
  "lamination.cool": command({
    ...common,
    summary: "The cards of a run are out and lie flat: cooling begins.",
    params: OneRun,
    result: Empty,
  }),
  "lamination.end": command({
    ...common,
    summary: "The cards of a run are cool before the timer says so: each is looked at next.",
    params: OneRun,
    result: Empty,
  }),
  "machine.switch": command({
    ...common,
    summary: "A laminator was switched on or off, by hand: it has no sensor.",
    params: params({ machine: MachineId, isOn: Type.Boolean() }),
    result: Empty,
  }),
  "stock.get": command({
    ...common,
    summary: "What is in stock, and for how many cards it lasts.",
    params: Empty,
    result: Lines,
  }),
  "stock.record": command({
    ...common,
    summary: "Write down a delivery, use, spoilage or a count. Refused where the book would fall below zero.",
    params: params({
      item: StockItem,
      kind: Type.Enum(STOCK_KINDS),
      count: Type.Integer({ minimum: 0, maximum: 100_000, description: "For `adjust`: what was counted." }),
      reason: Type.Optional(Type.Enum(STOCK_REASONS)),
    }),
    result: Lines,
  }),
} as const;
