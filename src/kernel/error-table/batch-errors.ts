import type { ErrorTable } from "./error-table.ts";

/** Lists of members from outside, and batches of cards. */
export const BATCH_ERRORS = {
  LIST_UNREADABLE: {
    remedy: "fix-request",
    summary: "The file is neither a CSV nor an XLSX that can be read.",
  },
  LIST_EMPTY: { remedy: "fix-request", summary: "The list has no filled row." },
  LIST_TOO_LONG: { remedy: "fix-request", summary: "The list has more than 20,000 rows." },
  LIST_COLUMN_UNKNOWN: { remedy: "fix-request", summary: "The list has no such column." },
  LIST_NEEDS_COPY: {
    remedy: "fix-request",
    summary: "Members can be chosen by type or day only while the local copy of INLISLite is complete.",
  },
  BATCH_PLAN_GONE: {
    remedy: "fix-request",
    summary: "The plan was made too long ago; plan the batch again.",
  },
  BATCH_NOBODY: { remedy: "fix-request", summary: "Nobody of the plan can get a card." },
  BATCH_NOT_FOUND: { remedy: "fix-request", summary: "No batch with this id exists." },
  BATCH_STATE: { remedy: "fix-request", summary: "The batch is in a state that does not allow this." },
  BATCH_OTHER_RUNNING: {
    remedy: "fix-request",
    summary: "Another batch is running on this printer; pause or finish it first.",
  },
  SHEET_NOT_PROVED: {
    remedy: "fix-request",
    summary: "A sheet or card of the batch has been printed and nobody has said yet how it came out.",
  },
} as const satisfies ErrorTable;
