import type { Issue } from "../standard.ts";
import type { Doubt } from "./imported.ts";

/** About how the text was read, not about what it says: whoever has reviewed the draft has answered them. */
const READING: readonly string[] = [
  ...["SECTION_MISSING", "HEADING_UNCLEAR", "LINE_UNKNOWN", "STEP_UNKNOWN", "PERFORMER_INFERRED"],
  ...["TITLE_MISSING", "PROVINCE_UNKNOWN", "ZONE_ASSUMED", "PROMISE_MISSING", "PROMISE_APPROXIMATE"],
  ...["PROMISE_RANGE", "PROMISE_WITHOUT_QUEUE", "HOURS_BACKWARDS", "FEE_UNKNOWN"],
  ...["TIME_UNCLEAR", "HOURS_UNCLEAR", "PROMISE_SEVERAL"],
  ...["STEPS_MISSING", "STEP_LEFT_OUT", "STEP_APPROXIMATE"],
];

const SEVERITY: Readonly<Record<string, Issue["severity"]>> = {
  TOTAL_BELOW_STEP_SUM: "error",
  SHARED_INBOX_PERSONAL_DATA: "privacy",
  SENSITIVE_FORM_FIELDS: "privacy",
  ROUNDED_TOTAL: "info",
  START_AND_END_ROWS: "info",
  AT_SIGN_PER_APPLICANT: "info",
};

/** What does not add up in the document itself stays with the standard until the library has answered it. */
export const issuesOf = (doubts: readonly Doubt[]): readonly Issue[] =>
  doubts
    .filter(({ code }) => !READING.includes(code))
    .map(({ code, line, text }) => ({
      ...{ code, severity: SEVERITY[code] ?? "warn", text },
      evidence: line === null ? [] : [{ line, quote: null }],
      handling: "",
      resolution: null,
    }));
