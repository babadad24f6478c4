import type { SURVEY_ERRORS as Codes } from "../../kernel/error-table/survey-errors.ts";

/** The satisfaction survey. */
export const SURVEY_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  SURVEY_BALLOT_OVER:
    "Survei ini sudah lewat waktunya. Layanan sudah selesai; survei ditawarkan lagi pada serah terima berikutnya.",
};
