import type { DESK_COPY_ERRORS as Codes } from "../../kernel/error-table/desk-copy-errors.ts";

/** One desk's settings and documents, taken to another. */
export const DESK_COPY_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  DESK_COPY_UNREADABLE:
    "This file is not a copy of a desk. Take the file that titian config export wrote at the first desk.",
  DESK_COPY_DAMAGED:
    "The copy is damaged or was changed, and nothing was taken over. Copy it from the first desk again.",
  DESK_COPY_NEWER:
    "The copy comes from a newer Titian, and nothing was taken over. Update Titian on this PC, then try again.",
  DESK_COPY_OWN_DESK:
    "The copy comes from a desk with this short name, and every desk has its own. Choose another with --desk.",
};
