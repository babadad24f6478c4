import type { PRIVACY_ERRORS as Codes } from "../../kernel/error-table/privacy-errors.ts";

/** What is erased: by rule, or because a member asks to be forgotten. */
export const PRIVACY_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  ERASE_SERVICE_OPEN: "A service of this member is under way. End or cancel it, then erase again.",
  ERASE_NEEDS_HEAD:
    "Sign in to the console of this PC as head of service, then erase again. Or stop Titian first and erase while it is off.",
  COLLECTOR_ERASED:
    "This name was erased by rule. When the card was fetched, and in which relation, is still in the log.",
  ERASE_NOT_REACHED: "Titian runs on this PC and does not answer. Stop it, then erase again.",
};
