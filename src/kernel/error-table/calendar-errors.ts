import type { ErrorTable } from "./error-table.ts";

/** The library's calendar. */
export const CALENDAR_ERRORS = {
  CALENDAR_CHANGED: {
    remedy: "fix-request",
    summary: "The calendar was saved on another page meanwhile; nothing was written.",
  },
  CALENDAR_HOURS_WRONG: {
    remedy: "fix-request",
    summary:
      "Hours overlap or close before they open, or two seasons share days; `problem` and `at` name the first.",
  },
  CALENDAR_LIST_EMPTY: { remedy: "fix-request", summary: "The text names no day." },
} as const satisfies ErrorTable;
