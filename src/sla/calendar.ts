import type { LocalDate } from "../kernel/types.ts";
import type { ClosureKind } from "./calendar-kinds.ts";
import type { OpenInterval, Standard, WeeklyHours } from "./standard.ts";
import { weekdayOf } from "./zone.ts";

export interface Closure {
  readonly date: LocalDate;
  readonly kind: ClosureKind;
  /** What the day is called, for people. */
  readonly name?: string;
}

/** Hours that hold for a season, such as Ramadan. Both days are part of it; the first that fits wins. */
export interface SpecialHours {
  /** What the season is called, for people. */
  readonly title?: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly weekly: WeeklyHours;
}

/** When a library is open. Data, edited by the library; its version is printed on every report. */
export interface Calendar {
  readonly version: string;
  readonly timeZone: string;
  readonly weekly: WeeklyHours;
  readonly special: readonly SpecialHours[];
  readonly closures: readonly Closure[];
  readonly observesCollectiveLeave: boolean;
  /** Whether a Saturday with hours is a working day, and not only a day on which things are received. */
  readonly countsSaturday: boolean;
}

/** The published hours and nothing else. Undefined where the document states none. */
export function calendarOf(standard: Standard, closures: readonly Closure[] = []): Calendar | undefined {
  if (!standard.hours) return undefined;
  return {
    version: `${standard.id}@${standard.version}`,
    timeZone: standard.institution.timeZone,
    weekly: standard.hours.weekly,
    special: [],
    closures,
    observesCollectiveLeave: true,
    countsSaturday: true,
  };
}

/** The day's open hours in order; empty when it is closed. */
export function hoursOn(calendar: Calendar, date: LocalDate): readonly OpenInterval[] {
  if (isClosedOn(calendar, date)) return [];
  const season = calendar.special.find(({ from, to }) => from <= date && date <= to);
  return (season?.weekly ?? calendar.weekly)[weekdayOf(date)];
}

export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  const counts = calendar.countsSaturday || weekdayOf(date) !== "sat";
  return counts && hoursOn(calendar, date).length > 0;
}

const isClosedOn = ({ closures, observesCollectiveLeave }: Calendar, date: LocalDate): boolean =>
  closures.some(
    (closure) => closure.date === date && (closure.kind !== "collective-leave" || observesCollectiveLeave),
  );

/**
 * The year whose holiday table is missing: this one, or from 1 December the next. The government decides the table each
 * autumn; it cannot be computed.
 */
export function missingHolidayYear({ closures }: Calendar, today: LocalDate): number | undefined {
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5, 7) === "12" ? [year, year + 1] : [year];
  return wanted.find((candidate) => !closures.some(isHolidayOf(candidate)));
}

const isHolidayOf =
  (year: number) =>
  ({ date, kind }: Closure): boolean =>
    kind === "holiday" && date.startsWith(String(year));
