import type { BATCH_ERRORS as Codes } from "../../kernel/error-table/batch-errors.ts";

/** Lists of members from outside, and batches of cards. */
export const BATCH_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  LIST_UNREADABLE:
    "This file is not a CSV or XLSX that can be read. Save it again from Excel as XLSX, then choose it again.",
  LIST_EMPTY: "This file is empty. Choose one with member numbers.",
  LIST_TOO_LONG: "This list has more than 20,000 rows. Split it into several files.",
  LIST_COLUMN_UNKNOWN: "This list has no such column. Choose another one.",
  LIST_NEEDS_COPY:
    "Members cannot be chosen by type or date yet: the copy of INLISLite's data is not complete. Wait until it is, or use a file.",
  BATCH_PLAN_GONE: "This list is too old. Check it again.",
  BATCH_NOBODY: "No card can be printed for anybody on this list. See the reason in each row.",
  BATCH_NOT_FOUND: "This batch does not exist. Go back to the list of batches.",
  BATCH_STATE: "This batch is in another state by now. Look at its newest state.",
  BATCH_OTHER_RUNNING: "Another batch is printing on this printer. Pause or finish that one first.",
  SHEET_NOT_PROVED: "What was printed before has not been checked. Check the sheet or the card first.",
};
