import type { DraftStandard } from "./import/imported.ts";
import type { Resolution } from "./standard.ts";

/**
 * The library's answer to an issue, as the next version has it. The document stays as it was written; what the total covers is
 * the one thing that an answer settles for the clock. Undefined where no issue of that code is open.
 */
export function resolved(
  draft: DraftStandard,
  code: string,
  resolution: Resolution,
): DraftStandard | undefined {
  const isOpen = draft.issues.some((issue) => issue.code === code && issue.resolution === null);
  if (!isOpen) return undefined;
  const { promise } = draft;
  return {
    ...draft,
    issues: draft.issues.map((issue) =>
      issue.code === code && issue.resolution === null ? { ...issue, resolution } : issue,
    ),
    promise: promise && resolution.covers ? { ...promise, covers: resolution.covers } : promise,
  };
}
