import type { OneOf } from "../kernel/types.ts";

/** What can differ between two versions of a standard, as far as people ask for it. */
export const CHANGED_FIELDS = [
  ...["title", "kind", "also-covers", "institution", "address", "time-zone", "decree-number", "decree-date"],
  ...["signatory", "effective-start", "effective-end", "channel", "requirement", "procedure", "step"],
  ...["step-order", "step-text", "step-work", "step-time", "step-performer", "step-conditional"],
  ...["step-optional", "promise", "covers", "starts-after", "stop", "day-rule", "queue", "hours", "fee"],
  ...["product", "complaint-channel", "complaint-step", "issue", "resolution"],
] as const;
export type ChangedField = OneOf<typeof CHANGED_FIELDS>;

/** One difference. Texts are the documents' own; a code where the document has none, such as `ready`. */
export interface StandardChange {
  readonly field: ChangedField;
  /** Of which step, requirement or day; null where there is one only. */
  readonly of: string | null;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is not there any more. */
  readonly after: string | null;
}
