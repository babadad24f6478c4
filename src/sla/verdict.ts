import type { OneOf } from "../kernel/types.ts";

/** `unresolved`: the document promises two things, and they give two results. */
const VERDICTS = ["met", "late", "running", "not-judged", "unresolved"] as const;
export type Verdict = OneOf<typeof VERDICTS>;

/** The last millisecond of the target is still in time. Late is said while the work still runs. */
export function against(elapsedMs: number, limitSeconds: number | null, isOver: boolean): Verdict {
  if (limitSeconds === null) return "not-judged";
  if (elapsedMs > limitSeconds * 1_000) return "late";
  return isOver ? "met" : "running";
}
