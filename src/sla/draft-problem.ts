import type { OneOf } from "../kernel/types.ts";

/** What a draft lacks before a case can be opened under it. What the document contradicts is none of them: that is an issue. */
export const DRAFT_PROBLEMS = [
  ...["title-missing", "institution-missing", "zone-unknown", "channel-missing", "procedure-missing"],
  ...["step-text-missing", "step-unknown", "step-repeated", "step-time-zero", "promise-missing"],
  ...["promise-zero", "promise-text-missing", "range-backwards", "rule-missing", "covers-nothing"],
  ...["covers-unknown-step", "hours-backwards", "hours-overlap", "dates-backwards"],
  ...["text-too-long", "too-many"],
] as const;
export type DraftProblemCode = OneOf<typeof DRAFT_PROBLEMS>;

export interface DraftProblem {
  readonly code: DraftProblemCode;
  /** Where in the draft: `/procedures/0/steps/3/key`. */
  readonly at: string;
}
