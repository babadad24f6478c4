import type { ErrorTable } from "./error-table.ts";

/** What is erased: by rule, or because a member asks to be forgotten. */
export const PRIVACY_ERRORS = {
  ERASE_SERVICE_OPEN: {
    remedy: "fix-request",
    summary: "A service of this member is under way; nothing is erased before it is over.",
  },
  ERASE_NEEDS_HEAD: {
    remedy: "fix-request",
    summary: "Titian runs and its operators have PINs: a head of service has to be signed in at this desk.",
  },
  ERASE_NOT_REACHED: {
    remedy: "retry-later",
    summary: "The store is in use by a Titian that did not answer at its port.",
  },
  COLLECTOR_ERASED: {
    remedy: "fix-request",
    summary: "The name of who fetched the card was erased by rule or with its member.",
  },
} as const satisfies ErrorTable;
