import { type OpenInterval, WEEKDAYS, type WeeklyHours } from "./standard.ts";

/** Whether one of the day's intervals begins before an earlier one is over. One that only touches is fine. */
function overlaps(intervals: readonly OpenInterval[]): boolean {
  const sorted = intervals.toSorted(([a], [b]) => a.localeCompare(b));
  return sorted.some(([opens], index) => index > 0 && opens < (sorted[index - 1]?.[1] ?? ""));
}

export interface HoursProblem {
  readonly code: "hours-backwards" | "hours-overlap";
  /** The day, behind where the week stands. */
  readonly at: string;
}

/** Days by whose hours nothing can be counted. */
export const weekProblems = (weekly: WeeklyHours, at: string): readonly HoursProblem[] =>
  WEEKDAYS.flatMap((day): readonly HoursProblem[] => {
    const isBackwards = weekly[day].some(([opens, closes]) => closes <= opens);
    if (isBackwards) return [{ code: "hours-backwards", at: `${at}/${day}` }];
    return overlaps(weekly[day]) ? [{ code: "hours-overlap", at: `${at}/${day}` }] : [];
  });
