import type { ErrorTable } from "./error-table.ts";

/** Complaints and the procedure by which they are handled. */
export const COMPLAINT_ERRORS = {
  COMPLAINT_NOT_FOUND: { remedy: "fix-request", summary: "No complaint has this id." },
  COMPLAINT_EMPTY: { remedy: "fix-request", summary: "The complaint says nothing." },
  COMPLAINT_STATE: {
    remedy: "fix-request",
    summary: "The complaint's state does not allow this: it is paused, answered or over.",
  },
  COMPLAINT_STEP: {
    remedy: "fix-request",
    summary: "This step cannot begin or end now: it does not run, another one does, or there is none.",
  },
  COMPLAINT_TIME: {
    remedy: "fix-request",
    summary: "The time is still to come, more than a year ago, or ends before it begins.",
  },
  COMPLAINT_NOT_LATE: {
    remedy: "fix-request",
    summary: "The complaint is not late, so it has no reason for being late.",
  },
} as const satisfies ErrorTable;
