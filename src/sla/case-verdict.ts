import type { StepKey } from "./case-event.ts";
import type { PlannedStep } from "./plan.ts";
import { type Judging, judgePromise, type PromiseVerdict, type Spent } from "./promise-verdict.ts";
import { coversService } from "./service.ts";
import type { Standard } from "./standard.ts";
import type { Timeline } from "./timeline.ts";
import { against, type Verdict } from "./verdict.ts";

interface StepVerdict {
  readonly key: StepKey;
  readonly verdict: Verdict;
  readonly tookMs: number | null;
  readonly targetSeconds: number | null;
  /** What is judged against: more than the target when one act ended two steps. */
  readonly allowanceSeconds: number | null;
}

export interface CaseVerdict {
  readonly steps: readonly StepVerdict[];
  readonly published: PromiseVerdict;
  /** Judged only while the standard leaves open what its total covers. */
  readonly stepSum: PromiseVerdict;
  readonly isUnresolved: boolean;
  /** Whether the document promises anything for this kind of case and channel. */
  readonly isCovered: boolean;
  readonly overall: Verdict;
  readonly spent: Spent;
}

export function judgeCase(
  standard: Standard,
  plan: readonly PlannedStep[],
  timeline: Timeline,
  judging: Judging,
): CaseVerdict {
  const isCovered = timeline.service === null || coversService(standard, timeline.service);
  const isUnresolved = standard.promise.covers === "unresolved";
  const isJudged = isCovered && !endedWithoutCard(timeline);
  const { published, stepSum, spent } = judgePromise(standard, plan, timeline, judging, isJudged);
  return {
    steps: plan.map((step, index) => judgeStep(step, timeline, index, judging)),
    published,
    stepSum,
    isUnresolved,
    isCovered,
    overall: isUnresolved ? together(published.verdict, stepSum.verdict) : published.verdict,
    spent,
  };
}

/** Nothing was promised to be ready any more. */
export const endedWithoutCard = ({ status }: Pick<Timeline, "status">): boolean =>
  status === "cancelled" || status === "not-served";

function judgeStep(step: PlannedStep, timeline: Timeline, index: number, { figure }: Judging): StepVerdict {
  const timing = timeline.steps[index];
  const tookMs = (figure === "gross" ? timing?.grossMs : timing?.netMs) ?? null;
  const allowanceSeconds = timing?.allowanceSeconds ?? null;
  const isOver = timing?.state === "done";
  const isJudged = timing?.state !== "not-needed" && (isOver || !endedWithoutCard(timeline));
  const verdict = isJudged && tookMs !== null ? against(tookMs, allowanceSeconds, isOver) : "not-judged";
  return { key: step.key, verdict, tookMs, targetSeconds: step.targetSeconds, allowanceSeconds };
}

/** Two results are never merged into one: where they differ, the case is unresolved. */
function together(published: Verdict, stepSum: Verdict): Verdict {
  if (published === stepSum || published === "not-judged") return published;
  return stepSum === "not-judged" && published === "running" ? "running" : "unresolved";
}
