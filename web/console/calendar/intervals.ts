import type { Week } from "../../../src/bridge/protocol/calendar-commands.ts";
import type { WeeklyHours } from "../../../src/bridge/protocol/standard-shapes.ts";
import type { Language } from "../format/time.ts";

export type Intervals = Week["mon"];
export type HoursFlaw = "unread" | "backwards" | "overlap";

const ONE = /^(\d{1,2})[.:](\d{2})\s*(?:-|–|s\.?\/?d\.?|sampai|to)\s*(\d{1,2})[.:](\d{2})$/i;
const isTime = (hour: number, minute: number): boolean => hour < 24 && minute < 60;

/** `07.30–12.00, 13.00–15.30`; undefined for what is no hours. Empty: closed. */
export function intervalsIn(typed: string): Intervals | undefined {
  const parts = typed
    .split(/[,;]|\bdan\b|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "–");
  const read = parts.map((part): Intervals[number] | undefined => {
    const [, opensHour, opensMinute, closesHour, closesMinute] = (ONE.exec(part) ?? []).map(Number);
    const isRead = isTime(opensHour ?? 99, opensMinute ?? 99) && isTime(closesHour ?? 99, closesMinute ?? 99);
    return isRead ? [clock(opensHour, opensMinute), clock(closesHour, closesMinute)] : undefined;
  });
  return read.every((one) => one !== undefined) ? read : undefined;
}

const clock = (hour = 0, minute = 0): string =>
  `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;

/** As the people of this desk write times. */
export function intervalsText(intervals: Intervals, language: Language): string {
  const text = intervals.map(([opens, closes]) => `${opens}–${closes}`).join(", ");
  return language === "id" ? text.replaceAll(":", ".") : text;
}

export function flawOf(intervals: Intervals): HoursFlaw | undefined {
  if (intervals.some(([opens, closes]) => closes <= opens)) return "backwards";
  const sorted = intervals.toSorted(([a], [b]) => a.localeCompare(b));
  const isOverlapping = sorted.some(([opens], index) => index > 0 && opens < (sorted[index - 1]?.[1] ?? ""));
  return isOverlapping ? "overlap" : undefined;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Of one week. */
export const hoursIn = (week: Week): number =>
  Object.values(week)
    .flat()
    .reduce((sum, [opens, closes]) => sum + Math.max(0, minutesOf(closes) - minutesOf(opens)), 0) / 60;

const copied = (day: WeeklyHours["mon"]): Intervals => day.map(([opens, closes]) => [opens, closes]);

/** A document's own hours, as fields may change them. */
export const weekOf = ({ mon, tue, wed, thu, fri, sat, sun }: WeeklyHours): Week => ({
  ...{ mon: copied(mon), tue: copied(tue), wed: copied(wed), thu: copied(thu), fri: copied(fri) },
  ...{ sat: copied(sat), sun: copied(sun) },
});
