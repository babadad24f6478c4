import type { Clock } from "../kernel/clock.ts";

/**
 * How long a line has been silent. A service that restarts, a cable that is put back or a Wi-Fi that breathes is not yet a
 * loss; nothing to hear for `lostAfterMs` is.
 */
export class Silence {
  readonly #clock: Clock;
  readonly #lostAfterMs: number;
  #sinceMs: number | undefined;

  constructor(clock: Clock, lostAfterMs: number) {
    this.#clock = clock;
    this.#lostAfterMs = lostAfterMs;
  }

  broken(): void {
    this.#sinceMs = undefined;
  }

  /** Nothing was heard just now. True when that has lasted too long. */
  goesOn(): boolean {
    const nowMs = this.#clock.monotonicMs();
    this.#sinceMs ??= nowMs;
    return nowMs - this.#sinceMs >= this.#lostAfterMs;
  }
}
