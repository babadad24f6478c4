import type { Clock } from "../../kernel/clock.ts";

/** So many at once (twice as many after a rest), and so many a second after that. */
export class TokenBucket {
  readonly #clock: Pick<Clock, "monotonicMs">;
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #atMs: number;

  constructor(clock: Pick<Clock, "monotonicMs">, perSecond: number, burst: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#atMs = clock.monotonicMs();
  }

  /** False when there is nothing left to take. */
  take(): boolean {
    if (this.#left < 1) this.#refill();
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** The clock is read only when the bucket is empty: a full one needs no arithmetic. */
  #refill(): void {
    const nowMs = this.#clock.monotonicMs();
    this.#left = Math.min(this.#burst, this.#left + ((nowMs - this.#atMs) / 1_000) * this.#perSecond);
    this.#atMs = nowMs;
  }
}
