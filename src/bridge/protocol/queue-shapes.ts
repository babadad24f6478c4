import { type Static, Type } from "typebox";
import { JOB_STATES, PRIORITIES, REPRINT_REASONS } from "../../cards/print-job.ts";
import { PAUSE_CAUSES, QUEUE_HOLDS } from "../../cards/queue-pause.ts";
import { DeviceId, Instant, nullable, Uuid } from "./shapes.ts";

/** What a card waits for: its turn, a person who lets the queue go on, or the printer. */
export const WAITS = ["turn", "paused", "held", "printer-away"] as const;

/** What a person has to say about a card: whether it came out, or whether to print once more. */
export const ASKS = ["came-out", "print-again"] as const;

export const QueuedCard = Type.Object({
  job: Uuid,
  case: nullable(Uuid),
  ticket: nullable(Type.String({ maxLength: 12 })),
  fullName: nullable(Type.String({ maxLength: 255, description: "Null while INLISLite has not said it." })),
  state: Type.Enum(JOB_STATES),
  priority: Type.Enum(PRIORITIES),
  batch: nullable(Uuid),
  waits: nullable(Type.Enum(WAITS, { description: "Null once it is under way." })),
  asks: nullable(Type.Enum(ASKS)),
  failure: nullable(Type.String({ maxLength: 60, description: "An error code." })),
  acceptedAt: Instant,
  updatedAt: Instant,
});
export type QueuedCard = Static<typeof QueuedCard>;

const Count = Type.Integer({ minimum: 0 });

/** Cards of one day at the site's own clock. */
export const PrinterDay = Type.Object({
  day: Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" }),
  proved: Count,
  spoiled: Type.Array(Type.Object({ reason: Type.Enum(REPRINT_REASONS), cards: Count }), {
    maxItems: REPRINT_REASONS.length,
  }),
});
export type PrinterDay = Static<typeof PrinterDay>;

export const QueueView = Type.Object({
  printer: DeviceId,
  paused: nullable(
    Type.Object({ holds: Type.Enum(QUEUE_HOLDS), why: Type.Enum(PAUSE_CAUSES), since: Instant }),
  ),
  running: nullable(QueuedCard),
  waiting: Type.Array(QueuedCard, { maxItems: 50, description: "In the order of their turns." }),
  waitingCount: Type.Integer({
    minimum: 0,
    description: "All, also those beyond the fifty that are listed.",
  }),
  attention: Type.Array(QueuedCard, {
    maxItems: 50,
    description: "Newest first: cards that a person has to say something about.",
  }),
  days: Type.Array(PrinterDay, {
    maxItems: 7,
    description: "Newest first; days without a card are left out.",
  }),
});
export type QueueView = Static<typeof QueueView>;
