import type { ErrorTable } from "./error-table.ts";

/** One desk's settings and documents, taken to another: `titian config export` and `import`. */
export const DESK_COPY_ERRORS = {
  DESK_COPY_UNREADABLE: {
    remedy: "fix-request",
    summary: "The file is no copy of a desk, or is larger than one can be.",
  },
  DESK_COPY_DAMAGED: {
    remedy: "fix-request",
    summary: "A part of the copy is missing or is not what was written; nothing was taken over.",
  },
  DESK_COPY_NEWER: {
    remedy: "fix-request",
    summary: "The copy was made by a newer Titian; nothing was taken over.",
  },
  DESK_COPY_OWN_DESK: {
    remedy: "fix-request",
    summary: "The new desk has the id of the desk that the copy came from.",
  },
} as const satisfies ErrorTable;
