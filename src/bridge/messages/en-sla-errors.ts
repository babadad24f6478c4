import type { SLA_ERRORS as Codes } from "../../kernel/error-table/sla-errors.ts";

/** Verdicts and what people say about them. */
export const SLA_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  CASE_NOT_LATE: "This case is not late, so it needs no reason. Load this page again.",
  LATE_NOTE_PERSONAL:
    "The note has a person's name, number or address in it. Write the cause only, without naming anybody.",
};
