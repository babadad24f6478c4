import { type Clock, withBudget } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";

/**
 * Waits for `work` no longer than its budget and its caller allow, also when it does not listen to its signal.
 * Rejects with `DEADLINE_EXCEEDED` or with the caller's reason.
 */
export async function within<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  using budget = withBudget(clock, ms, signal, () => new TitianError("DEADLINE_EXCEEDED"));
  const limit = budget.signal;
  limit.throwIfAborted();
  const over = Promise.withResolvers<never>();
  const giveUp = (): void => over.reject(limit.reason);
  limit.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([work(limit), over.promise]);
  } finally {
    limit.removeEventListener("abort", giveUp);
  }
}
