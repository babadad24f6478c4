import { median, percentile } from "../kernel/percentile.ts";
import type { Verdict } from "./verdict.ts";

/** Below this a percentage says more than the cases do. */
const FEWEST_FOR_A_SHARE = 5;

/** One case, or one step of it, as far as statistics are concerned. */
export interface Measured {
  readonly tookMs: number;
  readonly verdict: Verdict;
  readonly isAbandoned: boolean;
  readonly isClockSuspect: boolean;
}

export interface Summary {
  /** Everything that was measured, abandoned timers included. */
  readonly n: number;
  /** Met or late. Abandoned and unresolved ones are counted apart. */
  readonly judged: number;
  readonly onTime: number;
  /** Null with fewer than five judged: `list` then says all there is. Never 100 % of nothing. */
  readonly onTimePercent: number | null;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
  readonly maxMs: number | null;
  /** Every time in ascending order, when there are too few for a percentage. */
  readonly list: readonly number[] | null;
  readonly unresolved: number;
  readonly abandoned: number;
  readonly clockSuspect: number;
}

export function summarize(measured: readonly Measured[]): Summary {
  const counted = measured.filter(({ isAbandoned }) => !isAbandoned);
  const judged = counted.filter(({ verdict }) => verdict === "met" || verdict === "late");
  const onTime = judged.filter(({ verdict }) => verdict === "met").length;
  const times = counted.map(({ tookMs }) => tookMs);
  const isFew = judged.length < FEWEST_FOR_A_SHARE;
  return {
    n: measured.length,
    judged: judged.length,
    onTime,
    onTimePercent: isFew ? null : (100 * onTime) / judged.length,
    medianMs: median(times) ?? null,
    p90Ms: percentile(times, 0.9) ?? null,
    maxMs: percentile(times, 1) ?? null,
    list: isFew ? times.toSorted((a, b) => a - b) : null,
    unresolved: counted.filter(({ verdict }) => verdict === "unresolved").length,
    abandoned: measured.length - counted.length,
    clockSuspect: measured.filter(({ isClockSuspect }) => isClockSuspect).length,
  };
}
