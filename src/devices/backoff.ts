export interface Backoff {
  readonly firstMs: number;
  readonly ceilingMs: number;
}

/** Doubles from failure to failure; up to a quarter is taken off, so that desks switched on together spread out. */
export function nextDelayMs({ firstMs, ceilingMs }: Backoff, failures: number, random: number): number {
  const grownMs = firstMs * 2 ** Math.min(Math.max(failures, 1) - 1, 20);
  return Math.round(Math.min(grownMs, ceilingMs) * (1 - random / 4));
}
