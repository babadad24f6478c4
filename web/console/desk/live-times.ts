import type { CaseView, StepView } from "../../../src/bridge/protocol/shapes.ts";

/** A case as it arrived: `sinceMs` is how old its figures are now, on a clock that nobody sets. */
export interface LiveCase {
  readonly view: CaseView;
  readonly sinceMs: number;
}

const isAwaited = (verdict: StepView["verdict"]): boolean =>
  verdict === "running" || verdict === "unresolved";

/** The promise still counts: in a pause only where the gross time is judged, and not once the card was ready where that is what was promised. */
export function isPromiseRunning({ status, promise }: CaseView): boolean {
  if (status === "paused") return promise.figure === "gross";
  if (status === "open") return true;
  return status === "ready" && (isAwaited(promise.published) || isAwaited(promise.stepSum));
}

/** Time as the promise counts it, which may leave out pauses and everything after the card was ready. */
export function livePromiseMs({ view, sinceMs }: LiveCase): number {
  const { publishedSeconds } = view.standard;
  const { leftMs } = view.promise;
  const atArrival =
    publishedSeconds !== null && leftMs !== null ? publishedSeconds * 1000 - leftMs : view.netMs;
  return atArrival + (isPromiseRunning(view) ? sinceMs : 0);
}

export function liveStepMs(step: StepView, { view, sinceMs }: LiveCase): number | undefined {
  if (step.tookMs === null) return undefined;
  const counts = view.status === "open" || view.status === "ready" || isPromiseRunning(view);
  const isRunning = step.state === "now" && counts && !step.isTimerClosed;
  return step.tookMs + (isRunning ? sinceMs : 0);
}

/** The share of a time after which people should hurry. */
export const NEAR = 0.8;

/** The running step has little of its target left. */
export function isNearTarget(step: StepView, tookMs: number | undefined): boolean {
  if (step.state !== "now" || step.targetSeconds === null || isOverTarget(step, tookMs)) return false;
  return (tookMs ?? 0) > step.targetSeconds * 1000 * NEAR;
}

/** Judged while it runs by the clock here; once ended, by the daemon. */
export function isOverTarget(step: StepView, tookMs: number | undefined): boolean {
  if (step.verdict === "late") return true;
  return step.state === "now" && step.targetSeconds !== null && (tookMs ?? 0) > step.targetSeconds * 1000;
}
