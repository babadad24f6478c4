import { type Static, Type } from "typebox";
import { CASE_KINDS } from "../../sla/case-event.ts";
import { Instant, nullable, Uuid } from "./basic-shapes.ts";

/** Counts from 1 on each day of the library's. */
const TicketNumber = Type.String({ maxLength: 12, description: "`A-012`." });
const Counter = Type.String({ maxLength: 80, description: "The desk that called, as people call it." });
const Count = Type.Integer({ minimum: 0 });
const CaseKind = Type.Enum(CASE_KINDS);

export const TicketView = Type.Object({
  case: Type.String({ ...Uuid, description: "The case that is opened when the service begins." }),
  number: TicketNumber,
  kind: nullable(CaseKind),
  state: Type.Enum(["waiting", "called", "missed", "served", "withdrawn", "absent", "forgotten"], {
    description:
      "`missed` did not come when called and may be called again; `absent` and `forgotten` are what the end of the day made of it.",
  }),
  takenAt: Instant,
  waitedMs: Type.Integer({ minimum: 0, description: "Since the ticket, as of the answer." }),
  calledAt: nullable(Instant),
  counter: nullable(Counter),
  calls: Count,
});
export type TicketView = Static<typeof TicketView>;

/** The queue as a desk sees it. */
export const TicketsView = Type.Object({
  waiting: Type.Array(TicketView, { maxItems: 200, description: "In the order in which they came." }),
  waitingCount: Type.Integer({ minimum: 0, description: "All who wait, also beyond the list." }),
  called: Type.Union([TicketView, Type.Null()], {
    description: "To this desk, and not yet served; at most one.",
  }),
  lost: Type.Array(TicketView, {
    maxItems: 5,
    description: "Called to this desk, and at the same time to another one, whose call is the later.",
  }),
  missed: Type.Array(TicketView, { maxItems: 200 }),
  asOf: Instant,
});
export type TicketsView = Static<typeof TicketsView>;

const CalledView = Type.Object({ number: TicketNumber, counter: Counter, calledAt: Instant, calls: Count });

/** What a screen in the waiting room may show: numbers, and nothing about anybody. */
export const WaitingRoomView = Type.Object({
  library: Type.String({ maxLength: 255 }),
  timeZone: Type.String({ maxLength: 60 }),
  called: Type.Array(CalledView, { maxItems: 8, description: "Today's, the newest call first." }),
  next: Type.Array(TicketNumber, { maxItems: 6 }),
  missed: Type.Array(TicketNumber, { maxItems: 6 }),
  waiting: Count,
  promise: nullable(
    Type.Object({
      text: Type.String({ maxLength: 100, description: "As published, `10 Menit`." }),
      excludesQueue: Type.Boolean(),
    }),
  ),
  asOf: Instant,
});
export type WaitingRoomView = Static<typeof WaitingRoomView>;

/** What a ticket machine needs to know before it offers anything. */
export const KioskView = Type.Object({
  library: Type.String({ maxLength: 255 }),
  kinds: Type.Array(CaseKind, {
    maxItems: CASE_KINDS.length,
    description: "What somebody may ask for; empty: a number without a question.",
  }),
  waiting: Count,
});

/** A new number, and whether it is on paper. */
export const TakenTicket = Type.Object({
  ticket: TicketView,
  ahead: Type.Integer({ minimum: 0, description: "Numbers that are called before it." }),
  paper: Type.Enum(["printed", "none", "failed"], {
    description: "`none`: this desk has no receipt printer. The number is good in any case.",
  }),
});
export type TakenTicket = Static<typeof TakenTicket>;
