import type { ErrorTable } from "./error-table.ts";

/** Verdicts and what people say about them. */
export const SLA_ERRORS = {
  CASE_NOT_LATE: {
    remedy: "fix-request",
    summary: "The case is not late, so it has no reason for being late.",
  },
  LATE_NOTE_PERSONAL: {
    remedy: "fix-request",
    summary: "The note names the member, or holds a number or address of a person; it would stay in the log.",
  },
} as const satisfies ErrorTable;
