import type { OpeningDays } from "../../../inlislite/opening-days.ts";
import { WEEKDAYS } from "../../../sla/standard.ts";
import type { ClosureView, Week } from "../../protocol/calendar-commands.ts";

interface Proposal {
  readonly closures: ClosureView[] | null;
  readonly weekly: Week | null;
}

/** INLISLite's own days in the calendar's words. `now` stands in for a site that says which days are free, and no hours. */
export function proposalOf(found: OpeningDays, now: Week): Proposal {
  const { holidays, hours, isSaturdayHoliday, isSundayHoliday } = found;
  const hasWeekend = isSaturdayHoliday !== undefined || isSundayHoliday !== undefined;
  return {
    closures: holidays?.map(({ date, name }) => ({ date, kind: kindOf(name), name })) ?? null,
    weekly: hours?.length || hasWeekend ? weekOf(found, now) : null,
  };
}

const kindOf = (name: string): ClosureView["kind"] =>
  /cuti bersama/i.test(name) ? "collective-leave" : "holiday";

function weekOf({ hours, isSaturdayHoliday, isSundayHoliday }: OpeningDays, now: Week): Week {
  const isFree = { sat: isSaturdayHoliday, sun: isSundayHoliday };
  const hoursOf = (index: number, day: keyof Week): Week["mon"] => {
    if ((day === "sat" || day === "sun") && isFree[day]) return [];
    if (!hours?.length) return now[day];
    return hours
      .filter(({ weekday }) => weekday === index)
      .map(({ opens, closes }): [string, string] => [opens, closes])
      .sort(([a], [b]) => a.localeCompare(b));
  };
  return Object.fromEntries(WEEKDAYS.map((day, index) => [day, hoursOf(index, day)])) as Week;
}
