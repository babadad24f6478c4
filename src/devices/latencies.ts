import { percentile } from "../kernel/percentile.ts";

/** Enough for a steady p95; more would only remember last week. */
const KEPT = 200;

/** How long the latest calls took. Bounded, whatever the device does. */
export class Latencies {
  readonly #ms: number[] = [];
  #next = 0;

  add(tookMs: number): void {
    this.#ms[this.#next] = tookMs;
    this.#next = (this.#next + 1) % KEPT;
  }

  /** Rounded to a whole millisecond; undefined before the first call. */
  at(share: number): number | undefined {
    const value = percentile(this.#ms, share);
    return value === undefined ? undefined : Math.round(value);
  }
}
