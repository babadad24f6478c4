import type { Clock } from "../../kernel/clock.ts";

/** Runs `work` once, `afterMs` after the first of many calls. News that comes in thousands is told in ones. */
export class Damped implements Disposable {
  readonly #clock: Clock;
  readonly #afterMs: number;
  readonly #work: () => void;
  readonly #lifetime = new AbortController();
  #isDue = false;

  constructor(clock: Clock, afterMs: number, work: () => void) {
    this.#clock = clock;
    this.#afterMs = afterMs;
    this.#work = work;
  }

  touch(): void {
    if (this.#isDue || this.#lifetime.signal.aborted) return;
    this.#isDue = true;
    this.#clock.sleep(this.#afterMs, this.#lifetime.signal).then(
      () => {
        this.#isDue = false;
        this.#work();
      },
      () => undefined,
    );
  }

  [Symbol.dispose](): void {
    this.#lifetime.abort();
  }
}
