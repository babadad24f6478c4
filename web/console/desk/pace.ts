import { isNearTarget, isOverTarget, type LiveCase, liveStepMs } from "./live-times.ts";
import { verdictsOf } from "./verdict.ts";

/** Four fifths of a time are used up, or all of it is. */
export type Pace = "calm" | "near" | "over";

interface StepPace {
  readonly pace: Pace;
  /** Until the target; below zero once it is over. Null for a step without one. */
  readonly leftMs: number | null;
}

/** The running step against its target. In a pause nobody is hurried. */
export function stepPace(live: LiveCase): StepPace {
  const step = live.view.steps.find(({ state }) => state === "now");
  if (!step || step.targetSeconds === null || step.isTimerClosed) return { pace: "calm", leftMs: null };
  const tookMs = liveStepMs(step, live) ?? 0;
  // By whole seconds, as the time beside it is shown.
  const leftMs = step.targetSeconds * 1000 - Math.floor(tookMs / 1000) * 1000;
  if (live.view.status === "paused") return { pace: "calm", leftMs };
  const pace = isOverTarget(step, tookMs) ? "over" : isNearTarget(step, tookMs) ? "near" : "calm";
  return { pace, leftMs };
}

/** What was promised, by the published reading, or by the other where it is the only one. */
export function promisePace(live: LiveCase): Pace {
  if (live.view.status === "paused") return "calm";
  const { published, stepSum } = verdictsOf(live);
  const { standing } = published.standing === "none" ? stepSum : published;
  if (standing === "near") return "near";
  return standing === "late" || standing === "missed" ? "over" : "calm";
}
