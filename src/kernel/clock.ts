import type { Moment } from "./types.ts";

/** Time as a parameter: wall time for reports, monotonic time for measuring. */
export interface Clock {
  now(): Date;

  /** Milliseconds that never jump. Comparable only between readings that share a `bootId`. */
  monotonicMs(): number;

  /** Names the stretch in which monotonic readings compare: new at every start of the machine. */
  readonly bootId: string;

  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Both clocks, read together. */
export const momentOn = (clock: Clock): Moment => ({
  ...{ at: clock.now(), monotonicMs: clock.monotonicMs(), bootId: clock.bootId },
});

/** A signal that aborts when `signal` does, or after `ms` on the given clock. Dispose it when the work is over. */
export function withBudget(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  onExpiry: () => unknown,
): BudgetSignal {
  const expiry = new AbortController();
  const over = new AbortController();
  clock
    .sleep(ms, over.signal)
    .then(() => expiry.abort(onExpiry()))
    .catch(() => undefined);
  return {
    signal: AbortSignal.any([signal, expiry.signal]),
    [Symbol.dispose]: () => over.abort(),
  };
}

export interface BudgetSignal extends Disposable {
  readonly signal: AbortSignal;
}
