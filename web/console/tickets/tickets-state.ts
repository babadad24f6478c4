import { type Signal, signal } from "@preact/signals";
import type { TicketsView, TicketView } from "../../../src/bridge/protocol/ticket-shapes.ts";
import { type Connection, type Fault, faultOf } from "../connection.ts";

interface Heard {
  readonly view: TicketsView;
  /** On `performance.now()`: when its waiting times were true. */
  readonly trueAtMs: number;
}

/** The queue in front of the desk, as the daemon last said; the last answer stays while it is away. */
export class TicketsState {
  /** Undefined until the daemon has answered. */
  readonly #heard: Signal<Heard | undefined> = signal(undefined);
  /** What the daemon said to the last call, if it refused. */
  readonly fault: Signal<Fault | undefined> = signal(undefined);
  readonly #connection: Connection;
  #isCalling = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get view(): TicketsView | undefined {
    return this.#heard.value?.view;
  }

  start(): void {
    this.#connection.on("tickets.changed", (view) => {
      this.fault.value = undefined;
      this.#put(view);
    });
  }

  forgetPeople(): void {
    this.#heard.value = undefined;
    this.fault.value = undefined;
  }

  async refresh(): Promise<void> {
    // The link tells by itself when the daemon is away, and this runs again when it is back.
    await this.#connection.call("ticket.list", {}).then(
      (view) => this.#put(view),
      () => undefined,
    );
  }

  /** How long that person has waited by now, ms. `nowMs`: the page's own clock. */
  waitedMs(ticket: TicketView, nowMs: number): number {
    return ticket.waitedMs + Math.max(0, nowMs - (this.#heard.value?.trueAtMs ?? nowMs));
  }

  /** Calls whoever waits, or calls again who is awaited. One call at a time: a second press meanwhile does nothing. */
  async call(): Promise<void> {
    if (this.#isCalling) return;
    this.#isCalling = true;
    this.fault.value = undefined;
    const called = this.view?.called;
    try {
      if (called) await this.#connection.call("ticket.callAgain", { case: called.case });
      else await this.#connection.call("ticket.callNext", {});
    } catch (thrown) {
      this.fault.value = faultOf(thrown);
    } finally {
      this.#isCalling = false;
    }
    await this.refresh();
  }

  #put(view: TicketsView): void {
    this.#heard.value = { view, trueAtMs: performance.now() };
  }
}
