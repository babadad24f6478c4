import type { TICKET_ERRORS as Codes } from "../../kernel/error-table/ticket-errors.ts";

/** The queue in front of the desk. */
export const TICKET_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  TICKET_NOT_FOUND: "This queue number is not known. Reload this page.",
  TICKET_NONE_WAITING: "Nobody is waiting. Give a queue number, or find a member to serve at once.",
  TICKET_STILL_CALLED:
    "This desk is still calling a number. Serve it or note that nobody came, then call the next one.",
  TICKET_CALLED_ELSEWHERE: "Another desk is calling this number. Call another one.",
  TICKET_NOT_CALLED: "This number has not been called. Call it first, then start the service.",
  TICKET_CLOSED: "This number is finished or was closed. Give a new one if the person is still waiting.",
};
