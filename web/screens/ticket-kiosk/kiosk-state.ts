import { effect, type Signal, signal } from "@preact/signals";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { TakenTicket } from "../../../src/bridge/protocol/ticket-shapes.ts";
import type { Connection } from "../../console/connection.ts";

/** Long enough to read a number twice and to take the paper, ms. */
const SHOWN_MS = 15_000;

/** One person after the other: what they may ask for, and the number they were given. */
export class KioskState {
  readonly offer: Signal<Result<"kiosk.get"> | undefined> = signal(undefined);
  readonly taken: Signal<TakenTicket | undefined> = signal(undefined);
  readonly isBusy: Signal<boolean> = signal(false);
  readonly hasFailed: Signal<boolean> = signal(false);
  readonly #connection: Connection;
  #showing: ReturnType<typeof setTimeout> | undefined;
  /** Kept until the daemon has answered: the same press never gives two numbers. */
  #requestKey: string | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  start(): void {
    effect(() => {
      if (this.#connection.link.value === "open") void this.#ask();
    });
    this.#connection.on("waitingRoom.changed", ({ library, waiting }) => {
      const offer = this.offer.peek();
      if (offer) this.offer.value = { ...offer, library, waiting };
    });
  }

  async take(kind: CaseView["kind"] | undefined): Promise<void> {
    if (this.isBusy.peek()) return;
    this.isBusy.value = true;
    this.hasFailed.value = false;
    this.#requestKey ??= crypto.randomUUID();
    const params = { requestKey: this.#requestKey, ...(kind && { kind }) };
    try {
      this.taken.value = await this.#connection.call("ticket.take", params);
      this.#requestKey = undefined;
      this.#showing = setTimeout(() => this.next(), SHOWN_MS);
    } catch {
      this.hasFailed.value = true;
    } finally {
      this.isBusy.value = false;
    }
  }

  /** For whoever comes after. */
  next(): void {
    clearTimeout(this.#showing);
    this.taken.value = undefined;
    this.hasFailed.value = false;
    this.#requestKey = undefined;
  }

  async #ask(): Promise<void> {
    await this.#connection.call("kiosk.get", {}).then(
      (offer) => {
        this.offer.value = offer;
      },
      () => undefined,
    );
  }
}
