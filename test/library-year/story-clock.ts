import type { Clock } from "../../src/kernel/clock.ts";
import { localDate } from "../../src/kernel/types.ts";

export const ZONE = "Asia/Jakarta";
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** Jakarta's, all year. */
const AHEAD_MS = 7 * HOUR_MS;

/** The clock of a desk PC that is switched on every morning, moved by whoever tells the story. */
export class StoryClock implements Clock {
  #trueMs: number;
  /** By how much the wall clock is wrong. */
  #wrongMs = 0;

  constructor(startMs: number) {
    this.#trueMs = startMs;
  }

  moveTo(trueMs: number): void {
    this.#trueMs = Math.max(this.#trueMs, trueMs);
  }

  /** Somebody sets the clock of the PC, or a flat battery does. */
  setWrongBy(ms: number): void {
    this.#wrongMs = ms;
  }

  get bootId(): string {
    return `boot-of-${localDate(new Date(this.#trueMs), ZONE)}`;
  }

  now(): Date {
    return new Date(this.#trueMs + this.#wrongMs);
  }

  /** Since that day's midnight. */
  monotonicMs(): number {
    return (this.#trueMs + AHEAD_MS) % DAY_MS;
  }

  sleep(): Promise<void> {
    throw new Error("nobody waits in a story");
  }
}
