import { type Clock, momentOn } from "../../../kernel/clock.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { Calendar } from "../../../sla/calendar.ts";
import { isQueueOver } from "../../../sla/forgotten.ts";
import type { Store } from "../../../store/store.ts";
import { Repeating } from "../repeating.ts";
import type { TicketQueue } from "./ticket-queue.ts";

/** The store is read before the first look, ms. */
const FIRST_LOOK_MS = 1_000;
/** A number is forgotten an hour after closing: a minute more does not matter, ms. */
const LOOK_EVERY_MS = 60_000;

interface Dependencies {
  readonly store: Pick<Store, "tickets">;
  readonly queue: Pick<TicketQueue, "leave">;
  /** When this library is open; undefined where nobody has said it, and the day ends at midnight. */
  readonly calendar: () => Calendar | undefined;
  readonly desk: { readonly id: string };
  readonly timeZone: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Closes the numbers of a day that is over: nobody waits in front of a closed library. */
export class ForgottenTickets {
  readonly service: Repeating;
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    const { clock, log } = dependencies;
    this.service = new Repeating({
      name: "forgotten tickets",
      ...{ clock, log, firstAfterMs: FIRST_LOOK_MS, everyMs: LOOK_EVERY_MS, work: () => this.look() },
      failed: { level: "warn", msg: "forgotten numbers wait to be closed" },
    });
  }

  look(): void {
    const { store, queue, calendar, desk, timeZone, clock } = this.#deps;
    const now = momentOn(clock);
    // Each desk its own numbers, or the log would have it twice.
    const own = store.tickets.inQueue().filter((ticket) => ticket.desk === desk.id);
    for (const { case: id, taken } of own)
      if (isQueueOver(taken, now, { zone: timeZone, calendar: calendar() })) queue.leave(id, "past-closing");
  }
}
