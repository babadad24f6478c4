import type { Calendar } from "./calendar.ts";
import { type HoursProblem, weekProblems } from "./weekly-hours.ts";

export interface CalendarProblem {
  readonly code: HoursProblem["code"] | "season-backwards" | "seasons-overlap";
  /** `/weekly/mon`, `/special/0/weekly/fri`, `/special/1`. */
  readonly at: string;
}

/** Why no day can be counted by these hours. Empty: they can be used. */
export function calendarProblems({
  weekly,
  special,
}: Pick<Calendar, "weekly" | "special">): readonly CalendarProblem[] {
  return [
    ...weekProblems(weekly, "/weekly"),
    ...special.flatMap(({ from, to, weekly: hours }, index): readonly CalendarProblem[] => {
      const at = `/special/${index}`;
      const isTaken = special.slice(0, index).some((other) => from <= other.to && other.from <= to);
      return [
        ...(to < from ? [{ code: "season-backwards" as const, at }] : []),
        ...(isTaken ? [{ code: "seasons-overlap" as const, at }] : []),
        ...weekProblems(hours, `${at}/weekly`),
      ];
    }),
  ];
}
