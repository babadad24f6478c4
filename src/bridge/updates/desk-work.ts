import type { Clock } from "../../kernel/clock.ts";
import { subscribe } from "../../kernel/events.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";

/**
 * A case that nobody has touched for so long is not being served at this moment: a promise counted in days stands open overnight,
 * and is kept on the disk like every other.
 */
const SERVED_WITHIN_MS = 4 * 60 * 60_000;

interface Dependencies {
  readonly store: Pick<Store, "cases" | "events">;
  readonly printers: () => readonly DeviceId[];
  readonly isPrinting: (printer: DeviceId) => boolean;
  readonly clock: Clock;
}

/** Whether somebody works at the desk. */
export class DeskWork implements Disposable {
  readonly #with: Dependencies;
  readonly #subscription: Disposable;
  #lastMs: number;

  constructor(dependencies: Dependencies) {
    const { store, clock } = dependencies;
    this.#with = dependencies;
    this.#lastMs = clock.monotonicMs();
    this.#subscription = subscribe(store.events.events, "appended", ({ events }) => {
      if (events.some(({ stream }) => !isOwn(stream))) this.#lastMs = clock.monotonicMs();
    });
  }

  /** What would be interrupted now. */
  get busyWith(): "case" | "print" | undefined {
    const { store, printers, isPrinting, clock } = this.#with;
    if (printers().some(isPrinting)) return "print";
    const since = clock.now().getTime() - SERVED_WITHIN_MS;
    const isServed = store.cases
      .open()
      .some(({ status, updatedAt }) => status === "open" && updatedAt.getTime() > since);
    return isServed ? "case" : undefined;
  }

  /** Since something was last done at the desk, or since this daemon began. */
  get quietForMs(): number {
    return this.#with.clock.monotonicMs() - this.#lastMs;
  }

  [Symbol.dispose](): void {
    this.#subscription[Symbol.dispose]();
  }
}

/** What Titian notes by itself about itself and its devices. */
const isOwn = (stream: string): boolean => /^(?:desk|device|update)\//.test(stream);
