import { LONGEST_LOCK_MS, QUIET_MS } from "../../store/operator-locks.ts";
import type { OperatorRecord } from "../../store/operator-store.ts";

/** Wrong PINs in a row before the first lock: whoever mistypes is not kept waiting. */
const FREE_TRIES = 5;
const MINUTE_MS = 60_000;
/**
 * After each further wrong PIN. Short, because anybody at the desk can lock anybody out; and no shorter at the end, because it is
 * what a guesser has to wait for: 102 guesses on the first day and 96 on each later one, of a million PINs with six digits.
 */
const LOCKS_MS = [MINUTE_MS, 5 * MINUTE_MS, LONGEST_LOCK_MS] as const;

type Counted = Pick<OperatorRecord, "failures" | "locks" | "lockedUntil">;

/** A lock that was set by a clock far ahead does not outlast the longest. */
export function isLocked({ lockedUntil }: Pick<Counted, "lockedUntil">, now: Date): boolean {
  const leftMs = (lockedUntil?.getTime() ?? 0) - now.getTime();
  return leftMs > 0 && leftMs <= LONGEST_LOCK_MS;
}

/** Until when one more wrong PIN locks; undefined while more may be tried. After a quiet day the first five are free again. */
export function lockAfter({ failures, locks, lockedUntil }: Counted, now: Date): Date | undefined {
  const isForgotten = lockedUntil !== undefined && now.getTime() - lockedUntil.getTime() >= QUIET_MS;
  const before = isForgotten ? 0 : locks;
  if (before === 0 && failures + 1 < FREE_TRIES) return undefined;
  const lockMs = LOCKS_MS[Math.min(before, LOCKS_MS.length - 1)] ?? LONGEST_LOCK_MS;
  return new Date(now.getTime() + lockMs);
}
