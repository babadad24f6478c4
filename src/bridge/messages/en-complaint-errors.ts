import type { COMPLAINT_ERRORS as Codes } from "../../kernel/error-table/complaint-errors.ts";

/** Complaints and the procedure by which they are handled. */
export const COMPLAINT_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  COMPLAINT_NOT_FOUND: "This complaint is not on this computer. Go back to the list of complaints.",
  COMPLAINT_EMPTY: "The complaint says nothing yet. Write what it is about, then save again.",
  COMPLAINT_STATE:
    "This complaint is paused, answered or over. Load the page again, then resume it or open it again.",
  COMPLAINT_STEP: "This step cannot begin or end now. End the step that is running first.",
  COMPLAINT_TIME:
    "The time is still to come, more than a year ago, or ends before it begins. Check day and time.",
  COMPLAINT_NOT_LATE: "This complaint is not late, so it needs no reason. Load this page again.",
};
