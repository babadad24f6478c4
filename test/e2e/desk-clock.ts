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
  readonly #wallShiftMs: number;
  readonly #standsAtMs: number | undefined;
  #skippedMs = 0;

  constructor({ start, standsStill = false }: ClockOptions = {}) {
    const real = this.#real.now();
    this.#standsAtMs = standsStill ? this.#real.monotonicMs() : undefined;
    this.bootId = this.#real.bootId;
    const startMs = start?.getTime() ?? Date.parse(`${real.toISOString().slice(0, 10)}${OPENED_AT}`);
    this.#wallShiftMs = startMs - real.getTime();
  }

  now(): Date {
    const passedMs = this.#standsAtMs === undefined ? 0 : this.#real.monotonicMs() - this.#standsAtMs;
    return new Date(this.#real.now().getTime() - passedMs + this.#wallShiftMs + this.#skippedMs);
  }

  monotonicMs(): number {
    return (this.#standsAtMs ?? this.#real.monotonicMs()) + this.#skippedMs;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return this.#real.sleep(ms, signal);
  }

  skip(ms: number): void {
    this.#skippedMs += ms;
  }
}
