import type { CalendarView } from "../../protocol/calendar-commands.ts";
import type { SiteCalendar } from "./site-calendar.ts";

interface Around {
  readonly timeZone: string;
  /** As people call a desk. */
  readonly titleOf: (desk: string) => string;
}

/** The library's calendar as the console shows it. */
export function calendarView(calendar: SiteCalendar, { timeZone, titleOf }: Around): CalendarView {
  const { version, ...document } = calendar.document();
  const { basis } = calendar;
  const overruled = calendar.overruled();
  return {
    ...{ version, basis, calendar: document, judging: calendar.settings(), timeZone },
    missingYear: calendar.missingYear() ?? null,
    overruled: overruled ? overruledView(overruled, titleOf) : null,
  };
}

function overruledView(
  { by, calendar }: NonNullable<ReturnType<SiteCalendar["overruled"]>>,
  titleOf: Around["titleOf"],
) {
  const { version: _, ...document } = calendar;
  return { desk: titleOf(by), calendar: document };
}
