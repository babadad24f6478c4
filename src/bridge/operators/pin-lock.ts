import type { OperatorRecord } from "../../store/operator-store.ts";

/** Wrong PINs in a row that lock an operator. With six digits, one in 200,000 guesses right before the first lock. */
export const WRONG_PINS = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 60 * 60_000;

type Counted = Pick<OperatorRecord, "failures" | "locks" | "lockedUntil">;

/** A lock that was set by a clock far ahead does not outlast the longest. */
export function isLocked({ lockedUntil }: Pick<Counted, "lockedUntil">, now: Date): boolean {
  const leftMs = (lockedUntil?.getTime() ?? 0) - now.getTime();
  return leftMs > 0 && leftMs <= LONGEST_LOCK_MS;
}

/** Until when one more wrong PIN locks; undefined while more may be tried. */
export function lockAfter({ failures, locks }: Counted, now: Date): Date | undefined {
  if (failures + 1 < WRONG_PINS) return undefined;
  return new Date(now.getTime() + Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** locks));
}
