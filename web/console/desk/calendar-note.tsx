import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";

/** From 1 December on, quietly: whoever keeps the calendar passes here every day. */
export function CalendarNote() {
  const { text, desk } = useModel();
  const year = desk.facts.value?.missingHolidayYear ?? null;
  if (year === null) return null;
  return (
    <p class="ti-meta" data-testid="calendar-note">
      {text.calendar.missingQuiet(year)}. <a href={hashOf({ page: "calendar" })}>{text.calendar.open}</a>
    </p>
  );
}
