import { ascending, medianOfSorted } from "../../../kernel/percentile.ts";
import type { LocalDate } from "../../../kernel/types.ts";
import { histogram } from "../../../sla/histogram.ts";
import type { DayFigures, Span } from "../../../store/result-figures.ts";
import type { PunctualityView } from "../../protocol/punctuality-shapes.ts";
import { monthsOf } from "../../reports/pack/report-frame.ts";

type Point = PunctualityView["trend"]["points"][number];

/** A plot of more days than this is read by months. */
const MOST_DAYS = 62;
/** More months than a library has kept its log. */
const MOST_POINTS = 400;
const DAY_MS = 86_400_000;

/** Every time of these days, ascending. */
export const timesOf = (
  days: readonly DayFigures[],
  ...which: readonly (keyof DayFigures["times"])[]
): Float64Array => ascending(days.flatMap(({ times }) => which.flatMap((one) => times[one])));

export const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** In the order in which the keys first occur. */
export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export function distributionOf(
  days: readonly DayFigures[],
  limitMs: number | null,
): PunctualityView["distribution"] {
  if (days.every(({ n }) => n === 0)) return { limitMs, widthMs: 0, bars: [] };
  const [onTime, late, other] = [timesOf(days, "onTime"), timesOf(days, "late"), timesOf(days, "other")];
  const { widthMs, bars } = histogram({ onTime, late, other }, limitMs);
  return { limitMs, widthMs, bars: [...bars] };
}

/** Day by day, without the days on which no case ended; or month by month, where an empty one between others has its place. */
export function trendOf({ from, to }: Span, days: readonly DayFigures[]): PunctualityView["trend"] {
  const by = (Date.parse(to) - Date.parse(from)) / DAY_MS < MOST_DAYS ? "day" : "month";
  const ended = days.filter(({ n, abandoned }) => n > abandoned);
  const byTime = groupedBy(ended, ({ day }) => (by === "day" ? day : day.slice(0, 7)));
  const points = [...byTime].map(([at, members]): Point => {
    const all = timesOf(members, "onTime", "late", "other");
    const [onTime, late] = [sum(members, (day) => day.onTime), sum(members, (day) => day.late)];
    return { at, onTime, late, other: all.length - onTime - late, medianMs: medianOfSorted(all) ?? null };
  });
  const inOrder = points.sort((a, b) => a.at.localeCompare(b.at));
  return { by, points: (by === "day" ? inOrder : withEmptyMonths(inOrder)).slice(-MOST_POINTS) };
}

function withEmptyMonths(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const known = new Map(points.map((point) => [point.at, point]));
  const months = monthsOf({ from: `${first.at}-01` as LocalDate, to: `${last.at}-01` as LocalDate });
  return months.map((at) => known.get(at) ?? { at, onTime: 0, late: 0, other: 0, medianMs: null });
}
