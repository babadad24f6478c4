import type { CALENDAR_ERRORS as Codes } from "../../kernel/error-table/calendar-errors.ts";

/** The library's calendar. */
export const CALENDAR_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  CALENDAR_CHANGED:
    "The calendar has just been saved on another page. Load it again, then make the change once more.",
  CALENDAR_HOURS_WRONG:
    "Hours or seasons overlap, or close before they open. Mend what is marked, then save again.",
  CALENDAR_LIST_EMPTY: "There is no date in this text. Paste one date on each line, then try again.",
};
