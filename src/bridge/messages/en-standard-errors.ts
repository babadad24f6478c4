import type { STANDARD_ERRORS as Codes } from "../../kernel/error-table/standard-errors.ts";

/** Service standards. */
export const STANDARD_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  STANDARD_NOT_FOUND: "This service standard is not on this desk. Choose another one from the list.",
  STANDARD_NOT_IN_FORCE:
    "This service standard is not in force. Choose another one, or put it in force again on the Standards page.",
  STANDARD_TOO_LONG:
    "This text is too long for one service standard. Paste the page of the standard alone, at most 40,000 characters in 400 lines.",
  STANDARD_EMPTY: "This text is empty. Paste the page of a service standard, then try again.",
  STANDARD_INVALID:
    "Part of the standard cannot be read. Load this page again, then make the change and save once more.",
  STANDARD_INCOMPLETE:
    "This standard is not complete. Fill in the parts that are marked, save, then put it in force again.",
  STANDARD_CHANGED:
    "This standard has just been saved on another page. Load it again, then make the change once more.",
  STANDARD_PUBLISHED: "A version in force cannot be changed. Save the change as a new version.",
  STANDARD_TOO_MANY: "There are 100 standards already. Change one of them instead of adding another.",
  STANDARD_FILE_MISSING:
    "The file of this standard is gone from the computer. Restore a backup of Titian's folder.",
  STANDARD_FILE_DAMAGED:
    "The file of this standard is damaged on the computer. Restore a backup of Titian's folder.",
};
