import { SystemClock } from "../../src/bridge/system-clock.ts";
import type { Clock } from "../../src/kernel/clock.ts";

/** Twelve past nine in Jakarta. */
const OPENED_AT = "T02:12:00.000Z";

interface ClockOptions {
  /** Another day than today. */
  readonly start?: Date | undefined;
  readonly standsStill?: boolean | undefined;
}

/**
 * The real clock, which begins in today's opening hours and can skip: a service takes minutes, its test does not. One that
 * stands still in between lets a test know every second.
 */
export class DeskClock implements Clock {
  readonly bootId: string;
  readonly #real = new SystemClock();
  readonly #startMs: number;
  readonly #startedAtMs: number;
  readonly #standsStill: boolean;
  #skippedMs = 0;

  constructor({ start, standsStill = false }: ClockOptions = {}) {
    const today = this.#real.now().toISOString().slice(0, 10);
    this.bootId = this.#real.bootId;
    this.#startMs = start?.getTime() ?? Date.parse(`${today}${OPENED_AT}`);
    this.#startedAtMs = this.#real.monotonicMs();
    this.#standsStill = standsStill;
  }

  now(): Date {
    return new Date(this.#startMs + this.#passedMs());
  }

  monotonicMs(): number {
    return this.#startedAtMs + this.#passedMs();
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return this.#real.sleep(ms, signal);
  }

  skip(ms: number): void {
    this.#skippedMs += ms;
  }

  #passedMs(): number {
    return this.#skippedMs + (this.#standsStill ? 0 : this.#real.monotonicMs() - this.#startedAtMs);
  }
}
