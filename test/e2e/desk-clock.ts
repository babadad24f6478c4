import { SystemClock } from "../../src/bridge/system-clock.ts";
import type { Clock } from "../../src/kernel/clock.ts";

/** Twelve past nine in Jakarta. */
const OPENED_AT = "T02:12:00.000Z";

/** The real clock, which begins in today's opening hours and can skip: a service takes minutes, its test does not. */
export class DeskClock implements Clock {
  readonly bootId: string;
  readonly #real = new SystemClock();
  readonly #wallShiftMs: number;
  #skippedMs = 0;

  /** `start`: another day than today. */
  constructor({ start }: { readonly start?: Date | undefined } = {}) {
    const real = this.#real.now();
    this.bootId = this.#real.bootId;
    const startMs = start?.getTime() ?? Date.parse(`${real.toISOString().slice(0, 10)}${OPENED_AT}`);
    this.#wallShiftMs = startMs - real.getTime();
  }

  now(): Date {
    return new Date(this.#real.now().getTime() + this.#wallShiftMs + this.#skippedMs);
  }

  monotonicMs(): number {
    return this.#real.monotonicMs() + this.#skippedMs;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return this.#real.sleep(ms, signal);
  }

  skip(ms: number): void {
    this.#skippedMs += ms;
  }
}
