import type { Clock } from "../../../kernel/clock.ts";
import { localDate, type Moment } from "../../../kernel/types.ts";
import { elapsed } from "../../../sla/elapsed.ts";
import type { Store } from "../../../store/store.ts";
import type { Ticket } from "../../../store/ticket-store.ts";
import type { TicketsView, TicketView, WaitingRoomView } from "../../protocol/ticket-shapes.ts";
import type { LibraryName } from "../library-name.ts";
import type { OfferedServices } from "./offered-services.ts";
import type { TicketQueue } from "./ticket-queue.ts";

/** What a page, and a screen read from across a room, has place for; the schema's own bounds. */
const LISTED = 200;
const CALLS_SHOWN = 8;
const NUMBERS_SHOWN = 6;

interface Dependencies {
  readonly store: Pick<Store, "tickets">;
  readonly queue: Pick<TicketQueue, "calledHere" | "waiting">;
  readonly services: OfferedServices;
  readonly library: LibraryName;
  readonly timeZone: string;
  readonly clock: Clock;
}

/** The queue in front of the desk, for the people at it and for those who wait. */
export class TicketViews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  of(ticket: Ticket): TicketView {
    return {
      ...{ case: ticket.case, number: ticket.number, kind: ticket.kind ?? null, state: ticket.state },
      takenAt: ticket.taken.at.toISOString(),
      waitedMs: Math.round(elapsed(ticket.taken, this.#now()).ms),
      calledAt: ticket.calledAt?.toISOString() ?? null,
      ...{ counter: ticket.counter ?? null, calls: ticket.calls },
    };
  }

  all(): TicketsView {
    const { store, queue } = this.#deps;
    const waiting = queue.waiting();
    const missed = this.#missed();
    const called = queue.calledHere();
    const today = this.#today();
    const taken = [...store.tickets.outcomes({ from: today, to: today }).values()];
    return {
      waiting: waiting.slice(0, LISTED).map((one) => this.of(one)),
      waitingCount: waiting.length,
      called: called ? this.of(called) : null,
      missed: missed.slice(0, LISTED).map((one) => this.of(one)),
      takenToday: taken.reduce((sum, count) => sum + count, 0),
      asOf: this.#now().at.toISOString(),
    };
  }

  waitingRoom(): WaitingRoomView {
    const { store, queue, services, library, timeZone } = this.#deps;
    const waiting = queue.waiting();
    const numbersOf = (tickets: readonly Ticket[]): string[] =>
      tickets.slice(0, NUMBERS_SHOWN).map(({ number }) => number);
    const standard = services.own();
    return {
      ...{ library: library.last, timeZone },
      called: store.tickets
        .lastCalled(this.#today(), CALLS_SHOWN)
        .map(({ number, counter, calledAt, calls }) => ({
          ...{ number, counter: counter ?? "", calls },
          calledAt: (calledAt ?? this.#now().at).toISOString(),
        })),
      next: numbersOf(waiting),
      missed: numbersOf(this.#missed()),
      waiting: waiting.length,
      promise: standard
        ? {
            service: standard.service.title,
            text: standard.promise.published.text,
            excludesQueue: standard.promise.excludesQueue,
          }
        : null,
      asOf: this.#now().at.toISOString(),
    };
  }

  #missed(): readonly Ticket[] {
    return this.#deps.store.tickets.inQueue().filter(({ state }) => state === "missed");
  }

  #today() {
    return localDate(this.#deps.clock.now(), this.#deps.timeZone);
  }

  #now(): Moment {
    const { clock } = this.#deps;
    return { at: clock.now(), monotonicMs: clock.monotonicMs(), bootId: clock.bootId };
  }
}
