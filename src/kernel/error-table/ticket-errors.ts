import type { ErrorTable } from "./error-table.ts";

/** The queue in front of the desk. */
export const TICKET_ERRORS = {
  TICKET_NOT_FOUND: { remedy: "fix-request", summary: "No queue number with this id was ever given." },
  TICKET_NONE_WAITING: { remedy: "fix-request", summary: "Nobody waits in the queue." },
  TICKET_STILL_CALLED: {
    remedy: "fix-request",
    summary: "This desk has called a number and has neither served nor missed it.",
  },
  TICKET_CALLED_ELSEWHERE: { remedy: "fix-request", summary: "Another desk has called this number." },
  TICKET_NOT_CALLED: { remedy: "fix-request", summary: "This number is not called at the moment." },
  TICKET_CLOSED: {
    remedy: "fix-request",
    summary: "This number was served, given back, or closed at the end of its day.",
  },
} as const satisfies ErrorTable;
