import type { Clock } from "../../kernel/clock.ts";

/** Without a reason of its own every request would pay for an exception with a stack. */
const OVER = new Error("the transfer is over");

/**
 * Ends a transfer in which nothing has moved for a while. Looks at the clock once per budget, not at every piece. `onStalled`
 * answers false where somebody else is being waited for.
 */
export class StallWatch implements Disposable {
  readonly #clock: Clock;
  readonly #over = new AbortController();
  readonly #onStalled: () => boolean;
  #limitMs: number;
  #movedAtMs: number;

  constructor(clock: Clock, limitMs: number, onStalled: () => boolean) {
    this.#clock = clock;
    this.#limitMs = limitMs;
    this.#movedAtMs = clock.monotonicMs();
    this.#onStalled = onStalled;
    this.#wait().catch(() => undefined);
  }

  /** Something came or went; from now on `limitMs` counts. */
  moved(limitMs = this.#limitMs): void {
    this.#limitMs = limitMs;
    this.#movedAtMs = this.#clock.monotonicMs();
  }

  [Symbol.dispose](): void {
    this.#over.abort(OVER);
  }

  async #wait(): Promise<void> {
    for (;;) {
      const leftMs = this.#movedAtMs + this.#limitMs - this.#clock.monotonicMs();
      if (leftMs <= 0) {
        if (this.#onStalled()) return;
        this.moved();
        continue;
      }
      await this.#clock.sleep(leftMs, this.#over.signal);
    }
  }
}
