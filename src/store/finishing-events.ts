import { Type } from "typebox";
import { FINISHING_WORK, PLACES, POUCHES, SPOIL_REASONS } from "../cards/finishing/places.ts";
import { STOCK_KINDS, STOCK_REASONS } from "../cards/stock/stock-items.ts";
import { DeviceName, MemberId, MemberKey, Nullable, record, Uuid } from "./event-shapes.ts";

const Cards = Type.Array(Uuid, { minItems: 1, maxItems: 200 });

/** Streams `card/<job>`, `lamination/<id>`, `machine/<id>` and `stock/<item>`. */
export const FINISHING_EVENTS = {
  "card.entered": record({
    to: Type.Enum(PLACES),
    case: Nullable(Uuid),
    memberId: Nullable(MemberId),
    memberKey: MemberKey,
    route: Type.Array(Type.Enum(FINISHING_WORK), { maxItems: 2 }),
    sheet: Type.Optional(record({ sheet: Type.Integer({ minimum: 1 }), cell: Type.Integer({ minimum: 1 }) })),
    batch: Type.Optional(Uuid),
  }),
  "card.moved": record({
    to: Type.Enum(PLACES),
    from: Type.Enum(PLACES),
    reason: Type.Optional(Type.Enum(SPOIL_REASONS)),
    lamination: Type.Optional(Uuid),
    /** The last move was a mistake and is taken back. */
    undone: Type.Optional(Type.Boolean()),
  }),
  "lamination.started": record({
    number: Type.Integer({ minimum: 1 }),
    machine: DeviceName,
    pouch: Type.Enum(POUCHES),
    capacity: Type.Integer({ minimum: 1, maximum: 200 }),
    cards: Cards,
  }),
  /** Cards that followed into the machine while it ran. */
  "lamination.joined": record({ cards: Cards }),
  "lamination.cooling": record({}),
  "lamination.ended": record({}),
  "machine.switchedOn": record({}),
  "machine.switchedOff": record({}),
  "stock.moved": record({
    kind: Type.Enum(STOCK_KINDS),
    /** Below zero only for an adjustment. */
    count: Type.Integer({ minimum: -100_000, maximum: 100_000 }),
    reason: Type.Optional(Type.Enum(STOCK_REASONS)),
    /** The print job, or the run of the laminator, that used it: nothing is counted twice for the same. */
    usedBy: Type.Optional(Uuid),
  }),
} as const;
