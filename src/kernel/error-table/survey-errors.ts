import type { ErrorTable } from "./error-table.ts";

/** The satisfaction survey. */
export const SURVEY_ERRORS = {
  SURVEY_BALLOT_OVER: {
    remedy: "fix-request",
    summary: "The ballot of this survey is unknown or too old; it is offered once, at hand-over.",
  },
} as const satisfies ErrorTable;
