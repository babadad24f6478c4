import type { ErrorTable } from "./error-table.ts";

/** The satisfaction survey. */
export const SURVEY_ERRORS = {
  SURVEY_TICKET_OVER: {
    remedy: "fix-request",
    summary: "The ticket of this survey is unknown or too old; it is offered once, at hand-over.",
  },
} as const satisfies ErrorTable;
