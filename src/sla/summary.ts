import { ascending, medianOfSorted, percentileOfSorted } from "../kernel/percentile.ts";
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

/** Many of them, counted. Abandoned ones are in `n`, `abandoned` and `clockSuspect` and nowhere else. */
export interface Tally {
  readonly n: number;
  readonly onTime: number;
  readonly late: number;
  readonly unresolved: number;
  readonly abandoned: number;
  readonly clockSuspect: number;
  /** Ascending, ms. */
  readonly times: Float64Array;
}

export interface Summary {
  /** Everything that was measured, abandoned timers included. */
  readonly n: number;
  /** Met or late. Abandoned and unresolved ones are counted apart. */
  readonly judged: number;
  readonly onTime: number;
  /** In tenths. Null with fewer than five judged: `list` then says all there is. Never 100 % of nothing, nor of nearly all. */
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
  const ended = (as: Verdict): number => counted.filter(({ verdict }) => verdict === as).length;
  return summaryOf({
    n: measured.length,
    onTime: ended("met"),
    late: ended("late"),
    unresolved: ended("unresolved"),
    abandoned: measured.length - counted.length,
    clockSuspect: measured.filter(({ isClockSuspect }) => isClockSuspect).length,
    times: ascending(counted.map(({ tookMs }) => tookMs)),
  });
}

export function summaryOf({ n, onTime, late, times, ...apart }: Tally): Summary {
  const judged = onTime + late;
  const isFew = judged < FEWEST_FOR_A_SHARE;
  const { unresolved, abandoned, clockSuspect } = apart;
  return {
    ...{ n, judged, onTime, unresolved, abandoned, clockSuspect },
    onTimePercent: isFew ? null : percentOf(onTime, judged),
    medianMs: medianOfSorted(times) ?? null,
    p90Ms: percentileOfSorted(times, 0.9) ?? null,
    maxMs: times.at(-1) ?? null,
    list: isFew ? [...times] : null,
  };
}

/** As every page and paper writes it: 2,999 of 3,000 are not `100,0 %`, nor is one of 3,000 `0,0 %`. */
function percentOf(onTime: number, judged: number): number {
  const tenths = Math.round((1_000 * onTime) / judged);
  if (onTime === 0 || onTime === judged) return tenths / 10;
  return Math.min(999, Math.max(1, tenths)) / 10;
}
