/** Seconds that people read an axis by. */
const WIDTHS_S: readonly number[] = [
  ...[1, 2, 5, 10, 15, 20, 30, 60, 90, 120, 180, 300, 600, 900],
  ...[1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 604_800],
];
/** As many bars up to the promise as the eye can tell apart. */
const BARS = 10;
const MOST_BARS = 60;

/** Times in ascending order, ms, by what became of them. */
export interface Sorted {
  readonly onTime: Float64Array;
  readonly late: Float64Array;
  /** Not judged, or with two results. */
  readonly other: Float64Array;
}

export interface Bar {
  readonly fromMs: number;
  /** Null for the last one, which holds everything beyond. */
  readonly toMs: number | null;
  readonly onTime: number;
  readonly late: number;
  readonly other: number;
}

export interface Histogram {
  readonly widthMs: number;
  readonly bars: readonly Bar[];
}

/**
 * How the times lie about the promise: one bar ends exactly on it, and beyond twice the promise all is one bar. The last
 * millisecond of a bar belongs to it, as the last one of a promise is still in time.
 */
export function histogram(times: Sorted, limitMs: number | null): Histogram {
  const longest = Math.max(...[times.onTime, times.late, times.other].map((sorted) => sorted.at(-1) ?? 0));
  if (longest === 0 && limitMs === null) return { widthMs: 0, bars: [] };
  const widthMs = limitMs === null ? widthOf(longest) : widthInto(limitMs);
  const reach = limitMs === null ? longest : Math.max(limitMs + 2 * widthMs, Math.min(longest, 2 * limitMs));
  const count = Math.min(MOST_BARS, Math.max(1, Math.ceil(reach / widthMs)));
  const bars = Array.from({ length: count }, (_, index) =>
    bar(times, index * widthMs, (index + 1) * widthMs),
  );
  return { widthMs, bars: longest > count * widthMs ? [...bars, bar(times, count * widthMs, null)] : bars };
}

function bar(times: Sorted, fromMs: number, toMs: number | null): Bar {
  const within = (sorted: Float64Array): number =>
    (toMs === null ? sorted.length : upTo(sorted, toMs)) - (fromMs === 0 ? 0 : upTo(sorted, fromMs));
  return { fromMs, toMs, onTime: within(times.onTime), late: within(times.late), other: within(times.other) };
}

/** How many are not longer than `ms`. */
function upTo(sorted: Float64Array, ms: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

const widthOf = (longestMs: number): number =>
  (WIDTHS_S.find((width) => width * 1_000 * BARS >= longestMs) ?? 604_800) * 1_000;

/** The readable width that the promise is a whole number of, with about ten bars before it. */
function widthInto(limitMs: number): number {
  const whole = WIDTHS_S.map((width) => width * 1_000).filter((width) => limitMs % width === 0);
  const apart = (width: number): number => Math.abs(limitMs / width - BARS);
  const best = whole.sort((a, b) => apart(a) - apart(b))[0];
  return best !== undefined && limitMs / best <= MOST_BARS / 2 ? best : limitMs / BARS;
}
