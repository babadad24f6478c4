import type { ErrorTable } from "./error-table.ts";

/** Who is served, with which papers, and at which desk. */
export const INTAKE_ERRORS = {
  CATEGORY_UNKNOWN: {
    remedy: "fix-request",
    summary: "The standard tells no such sort of applicant apart for this service.",
  },
  CATEGORY_IS_SERVED: {
    remedy: "fix-request",
    summary:
      "The case cannot end as not served: the standard serves this applicant, or nobody has said who it is.",
  },
  DESK_UNKNOWN: {
    remedy: "fix-request",
    summary: "No desk of this library has that id; the others are named in the configuration.",
  },
} as const satisfies ErrorTable;
