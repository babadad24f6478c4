import type { INTAKE_ERRORS as Codes } from "../../kernel/error-table/intake-errors.ts";

/** Who is served, with which papers, and at which desk. */
export const INTAKE_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  CATEGORY_UNKNOWN: "The standard has no such category for this service. Choose another one.",
  CATEGORY_IS_SERVED:
    "The standard serves this applicant. Go on with the service, or choose the right category.",
  DESK_UNKNOWN: "That desk is not known. Choose another one, or ask a technician to add it to the settings.",
};
