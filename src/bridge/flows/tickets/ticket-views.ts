import { type Clock, momentOn } from "../../../kernel/clock.ts";
import { localDate } from "../../../kernel/types.ts";
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
const LOST_SHOWN = 5;
const NUMBERS_SHOWN = 6;
/** Numbers do not wait longer than this for the name above them, ms. */
const NAME_WITHIN_MS = 2_000;

interface Dependencies {
  readonly store: Pick<Store, "tickets">;
  readonly queue: Pick<TicketQueue, "calledHere" | "waiting" | "lost">;
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
      waitedMs: Math.round(elapsed(ticket.taken, momentOn(this.#deps.clock)).ms),
      calledAt: ticket.calledAt?.toISOString() ?? null,
      ...{ counter: ticket.counter ?? null, calls: ticket.calls },
    };
  }

  all(): TicketsView {
    const { queue } = this.#deps;
    const waiting = queue.waiting();
    const missed = this.#missed();
    const called = queue.calledHere();
    return {
      waiting: waiting.slice(0, LISTED).map((one) => this.of(one)),
      waitingCount: waiting.length,
      called: called ? this.of(called) : null,
      lost: queue
        .lost()
        .slice(0, LOST_SHOWN)
        .map((one) => this.of(one)),
      missed: missed.slice(0, LISTED).map((one) => this.of(one)),
      asOf: this.#deps.clock.now().toISOString(),
    };
  }

  /** As `waitingRoom`, with the library's name also where nobody has asked INLISLite for it yet. */
  async waitingRoomNamed(signal: AbortSignal): Promise<WaitingRoomView> {
    const { library } = this.#deps;
    const budget = AbortSignal.any([signal, AbortSignal.timeout(NAME_WITHIN_MS)]);
    if (library.last === "") await library.refreshed(budget);
    return this.waitingRoom();
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
          calledAt: (calledAt ?? this.#deps.clock.now()).toISOString(),
        })),
      next: numbersOf(waiting),
      missed: numbersOf(this.#missed()),
      waiting: waiting.length,
      promise: standard
        ? {
            text: standard.promise.published.text,
            excludesQueue: standard.promise.excludesQueue,
          }
        : null,
      asOf: this.#deps.clock.now().toISOString(),
    };
  }

  #missed(): readonly Ticket[] {
    return this.#deps.store.tickets.inQueue().filter(({ state }) => state === "missed");
  }

  #today() {
    return localDate(this.#deps.clock.now(), this.#deps.timeZone);
  }
}
