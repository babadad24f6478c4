import type { Clock } from "../../src/kernel/clock.ts";

/** How long something has been away. A spooler that restarts is not yet a loss. */
export class Absence {
  readonly #clock: Clock;
  readonly #lostAfterMs: number;
  #sinceMs: number | undefined;

  constructor(clock: Clock, lostAfterMs: number) {
    this.#clock = clock;
    this.#lostAfterMs = lostAfterMs;
  }

  ended(): void {
    this.#sinceMs = undefined;
  }

  /** Whether it has now lasted too long. */
  goesOn(): boolean {
    const nowMs = this.#clock.monotonicMs();
    this.#sinceMs ??= nowMs;
    return nowMs - this.#sinceMs >= this.#lostAfterMs;
  }
}
