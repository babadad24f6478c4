import type { SURVEY_ERRORS as Codes } from "../../kernel/error-table/survey-errors.ts";

/** The satisfaction survey. */
export const SURVEY_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  SURVEY_BALLOT_OVER:
    "The time for this survey is over. The service is done; the survey is offered again at the next hand-over.",
};
