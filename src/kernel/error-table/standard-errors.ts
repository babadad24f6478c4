import type { ErrorTable } from "./error-table.ts";

/** Service standards: their drafts, versions and files. */
export const STANDARD_ERRORS = {
  STANDARD_NOT_FOUND: {
    remedy: "fix-request",
    summary: "No service standard with this id and version is on this desk.",
  },
  STANDARD_NOT_IN_FORCE: {
    remedy: "fix-request",
    summary:
      "The standard is withdrawn, or none of its versions is in force today; no case is opened under it.",
  },
  STANDARD_TOO_LONG: {
    remedy: "fix-request",
    summary:
      "The text is longer than 40,000 characters or 400 lines: a page of a standard has a few thousand characters.",
  },
  STANDARD_EMPTY: { remedy: "fix-request", summary: "The text has no line to read." },
  STANDARD_INVALID: {
    remedy: "fix-request",
    summary: "The draft is no standard; `at` names the first mistake.",
  },
  STANDARD_INCOMPLETE: {
    remedy: "fix-request",
    summary: "The draft lacks something that a case needs; `problem` and `at` name the first.",
  },
  STANDARD_CHANGED: {
    remedy: "fix-request",
    summary: "The draft was saved or published elsewhere meanwhile; nothing was written.",
  },
  STANDARD_PUBLISHED: {
    remedy: "fix-request",
    summary: "A published version is never changed; a change is a new version.",
  },
  STANDARD_TOO_MANY: { remedy: "fix-request", summary: "There are as many standards as one desk may have." },
  STANDARD_FILE_MISSING: {
    remedy: "fix-device",
    summary: "The standard's file is gone from the store's folder; restore a backup.",
  },
  STANDARD_FILE_DAMAGED: {
    remedy: "fix-device",
    summary: "The standard's file is not the one that was saved; restore a backup.",
  },
} as const satisfies ErrorTable;
