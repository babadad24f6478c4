import { type Static, Type } from "typebox";
import { FINISHING_WORK, PLACES, POUCHES, RUN_PHASES, SPOIL_REASONS } from "../../cards/finishing/places.ts";
import { PRIORITIES } from "../../cards/print-job.ts";
import { STOCK_ITEMS } from "../../cards/stock/stock-items.ts";
import { CaseKind, Instant, nullable, Uuid } from "./shapes.ts";

export const Place = Type.Enum(PLACES, {
  description: "Where a printed card lies; `held` waits for an answer; the last three have left the board.",
});
export type Place = Static<typeof Place>;
export const Pouch = Type.Enum(POUCHES, {
  description: "Size in mm; 54x86 leaves no border that seals a card of ID-1.",
});
export type Pouch = Static<typeof Pouch>;
export const SpoilReason = Type.Enum(SPOIL_REASONS, { description: "Why a printed card is of no use." });
export type SpoilReason = Static<typeof SpoilReason>;
export const MachineId = Type.String({ pattern: "^[a-z0-9-]{1,40}$" });
const Ms = Type.Integer({ minimum: 0 });

export const BoardCardView = Type.Object({
  job: Uuid,
  case: nullable(Uuid),
  place: Place,
  next: nullable(
    Type.Enum(PLACES, { description: "Where a scan takes it; null where only a person can say." }),
  ),
  fullName: nullable(Type.String({ maxLength: 255, description: "Null while INLISLite has not said." })),
  memberNo: nullable(Type.String({ maxLength: 50 })),
  kind: nullable(CaseKind),
  ticket: nullable(Type.String({ maxLength: 12 })),
  priority: Type.Enum(PRIORITIES, {
    description: "`desk`: the member waits there; `today`: promised for today; `bulk`: of a pile.",
  }),
  waitsAt: nullable(Type.String({ maxLength: 80, description: "The desk at which the member waits." })),
  since: Instant,
  sinceMs: Ms,
  isStuck: Type.Boolean({ description: "Longer in one place than the desk allows." }),
  sheet: nullable(
    Type.Object(
      { batch: Uuid, sheet: Type.Integer({ minimum: 1 }), cell: Type.Integer({ minimum: 1 }) },
      { description: "What it has to be cut out of." },
    ),
  ),
  lamination: nullable(
    Type.Object({ lamination: Uuid, number: Type.Integer({ minimum: 1 }) }, { description: "The last run." }),
  ),
});
export type BoardCardView = Static<typeof BoardCardView>;

export const RunView = Type.Object({
  lamination: Uuid,
  number: Type.Integer({ minimum: 1 }),
  machine: MachineId,
  pouch: Pouch,
  capacity: Type.Integer({ minimum: 1 }),
  operator: nullable(Type.String({ maxLength: 100 })),
  phase: Type.Enum(RUN_PHASES),
  elapsedMs: Ms,
  totalMs: Ms,
});
export type RunView = Static<typeof RunView>;

export const MachineView = Type.Object({
  machine: MachineId,
  title: Type.String({ maxLength: 60 }),
  capacity: Type.Integer({ minimum: 1 }),
  pouch: Pouch,
  warmUpMs: Ms,
  state: Type.Enum(["not-said", "warming", "ready", "maybe-off"], {
    description:
      "`not-said`: nobody has said that it is on. `maybe-off`: idle for so long that it may have gone off.",
  }),
  readyAt: nullable(Instant),
  leftMs: nullable(Type.Integer({ minimum: 0, description: "Until it is hot." })),
  switchesOffAfterMinutes: Type.Integer({ minimum: 0 }),
});
export type MachineView = Static<typeof MachineView>;

export const BoardView = Type.Object({
  route: Type.Array(Type.Enum(FINISHING_WORK), { maxItems: 2 }),
  cards: Type.Array(BoardCardView, {
    maxItems: 1_000,
    description: "In the order of urgency: the priority, then the longest wait.",
  }),
  runs: Type.Array(RunView, { maxItems: 50 }),
  machines: Type.Array(MachineView, { maxItems: 6 }),
});
export type BoardView = Static<typeof BoardView>;

export const StockItem = Type.Enum(STOCK_ITEMS);
export type StockItem = Static<typeof StockItem>;

export const StockLine = Type.Object({
  item: StockItem,
  isKept: Type.Boolean({ description: "False: nobody has received or counted it yet." }),
  balance: Type.Integer({ minimum: 0, description: "In its own unit: sheets, cards or pieces." }),
  cards: Type.Integer({ minimum: 0, description: "For how many cards it lasts." }),
  percent: Type.Integer({ minimum: 0, maximum: 100 }),
  isLow: Type.Boolean(),
  isGauged: Type.Boolean({ description: "As the printer itself says, not the book." }),
  isBookWrong: Type.Boolean({ description: "More was used than the book had: count it." }),
  perDay: Type.Number({ minimum: 0, description: "Mean use of the last 30 days." }),
  reorderAt: Type.Integer({ minimum: 0, description: "Order again at this balance; 0: not known yet." }),
});
export type StockLine = Static<typeof StockLine>;
