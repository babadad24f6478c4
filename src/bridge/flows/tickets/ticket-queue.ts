import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import { type CaseId, localDate } from "../../../kernel/types.ts";
import type { CaseKind, Channel, QueueExit } from "../../../sla/case-event.ts";
import type { EventData } from "../../../store/event-catalog.ts";
import type { Store } from "../../../store/store.ts";
import { IN_QUEUE, type Ticket } from "../../../store/ticket-store.ts";
import { uuidV7 } from "../../../store/uuid-v7.ts";
import type { CaseNews } from "../case-news.ts";

interface Dependencies {
  readonly store: Pick<Store, "events" | "cases" | "tickets">;
  /** This desk, as the log and as people call it. */
  readonly desk: { readonly id: string; readonly title: string };
  readonly clock: Clock;
  readonly timeZone: string;
}

/**
 * Who waits, and who is called to this desk. One number at a time is called: the person comes and is served, or is noted as
 * absent, before the next. Every method appends before it returns, and nothing waits between asking and writing, so two pages
 * that call at once cannot call one number.
 */
export class TicketQueue {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** In the order in which they came. */
  waiting(): readonly Ticket[] {
    return this.#deps.store.tickets.inQueue().filter(({ state }) => state === "waiting");
  }

  /** `ahead`: how many numbers are called before it. */
  take(
    kind: CaseKind | undefined,
    from: EventData<"case.queued">["from"],
  ): { readonly ticket: Ticket; readonly ahead: number } {
    const { store, clock, timeZone } = this.#deps;
    const ahead = this.waiting().length;
    const day = localDate(clock.now(), timeZone);
    const data = { ticket: store.cases.nextTicket(day), day, from, ...(kind && { kind }) };
    const id = uuidV7(clock) as CaseId;
    this.#append(id, { type: "case.queued", data });
    return { ticket: this.get(id), ahead };
  }

  /** The one who has waited longest; `TICKET_NONE_WAITING` where nobody does. */
  callNext(): Ticket {
    const [next] = this.waiting();
    if (!next) throw new TitianError("TICKET_NONE_WAITING");
    return this.call(next.case);
  }

  /** Anybody who waits, or who was called before and did not come. */
  call(id: CaseId): Ticket {
    const ticket = this.#open(id);
    const open = this.calledHere();
    if (open) throw new TitianError("TICKET_STILL_CALLED", { details: { number: open.number } });
    if (ticket.state === "called") throw elsewhere(ticket);
    return this.#call(id);
  }

  /** Also to take back what another desk has called at the same time. */
  callAgain(id: CaseId): Ticket {
    const ticket = this.#called(id);
    if (!this.#isHere(ticket) && !this.#isLost(ticket)) throw elsewhere(ticket);
    return this.#call(id);
  }

  /** Called, and nobody came. */
  missed(id: CaseId): Ticket {
    const ticket = this.#called(id);
    if (!this.#isHere(ticket)) throw elsewhere(ticket);
    this.#append(id, { type: "case.missed", data: {} });
    return this.get(id);
  }

  /** Given back, or closed by the system at the end of the day. */
  leave(id: CaseId, why: QueueExit): Ticket {
    this.#open(id);
    const bySystem = why === "past-closing" ? { operator: "system" } : {};
    this.#append(id, { type: "case.queueLeft", data: { why }, ...bySystem });
    return this.get(id);
  }

  /** Who is called to this desk and has not been served yet. */
  calledHere(): Ticket | undefined {
    return this.#allCalled().find((ticket) => this.#isHere(ticket));
  }

  /** Who was called to this desk, and then to another one too, which neither could know: the later call holds. */
  lost(): readonly Ticket[] {
    return this.#allCalled().filter((ticket) => !this.#isHere(ticket) && this.#isLost(ticket));
  }

  /**
   * Whose service begins with a case that is opened now. `asked` names a called number, null nobody; left out it is whoever
   * stands at the desk because this desk has called. What is asked for online stands at no desk.
   */
  servedBy(asked: string | null | undefined, channel: Channel): Ticket | undefined {
    if (typeof asked === "string") return this.#called(asked as CaseId);
    return asked === null || channel === "online" ? undefined : this.calledHere();
  }

  /** `TICKET_NOT_FOUND` where the id is no number's. */
  get(id: CaseId): Ticket {
    const ticket = this.#deps.store.tickets.get(id);
    if (!ticket) throw new TitianError("TICKET_NOT_FOUND");
    return ticket;
  }

  /** Whether that case began with a number of the queue, which is on paper already. */
  has(id: CaseId): boolean {
    return this.#deps.store.tickets.get(id) !== undefined;
  }

  #allCalled(): readonly Ticket[] {
    return this.#deps.store.tickets.inQueue().filter(({ state }) => state === "called");
  }

  #isHere({ calledBy }: Ticket): boolean {
    return calledBy === this.#deps.desk.id;
  }

  /** This desk has called it, and has not noted anybody as absent since. */
  #isLost({ case: id }: Ticket): boolean {
    const { store, desk } = this.#deps;
    const own = store.cases.events(id).filter((event) => event.desk === desk.id);
    return (
      own.findLast(({ type }) => type === "case.called" || type === "case.missed")?.type === "case.called"
    );
  }

  #called(id: CaseId): Ticket {
    const ticket = this.#open(id);
    if (ticket.state === "called") return ticket;
    throw new TitianError("TICKET_NOT_CALLED", { details: { number: ticket.number } });
  }

  #open(id: CaseId): Ticket {
    const ticket = this.get(id);
    if (IN_QUEUE.some((state) => state === ticket.state)) return ticket;
    throw new TitianError("TICKET_CLOSED", { details: { number: ticket.number } });
  }

  #call(id: CaseId): Ticket {
    this.#append(id, { type: "case.called", data: { counter: this.#deps.desk.title } });
    return this.get(id);
  }

  #append(id: CaseId, news: CaseNews): void {
    this.#deps.store.events.append({ stream: `case/${id}`, ...news });
  }
}

const elsewhere = ({ number }: Ticket): TitianError =>
  new TitianError("TICKET_CALLED_ELSEWHERE", { details: { number } });
