import type { StepKey } from "./case-event.ts";
import { type CaseState, closedAt, indexNow, withoutCardAt } from "./case-state.ts";
import { type Point, placeOf } from "./elapsed.ts";
import { isForgotten } from "./forgotten.ts";
import type { PlannedStep } from "./plan.ts";
import { clip, type Stretch, totalMs } from "./stretch.ts";
import { type Run, STEP_ENDED_BY, type WorkItem } from "./work-item.ts";

type StepState = "done" | "not-needed" | "now" | "next";

export interface StepTiming {
  readonly key: StepKey;
  readonly state: StepState;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** All runs together; as of `asOf` while it runs. Null when never worked on, or not measured apart. */
  readonly grossMs: number | null;
  readonly netMs: number | null;
  /** How often it was begun again. */
  readonly repeats: number;
  readonly isCorrected: boolean;
  /** Its timer was forgotten, by the rule or by the system's word: left out of averages and counted apart. */
  readonly isAbandoned: boolean;
  /** Since when its timer has been running; null when it is not the step at hand, or the system has closed its timer. */
  readonly runningSince: Date | null;
  /** The step whose time holds this one's too, because one act ended both. */
  readonly sharesTimeWith: StepKey | null;
  /** What this step's time may take: its own target and those of the steps that share, or may yet share, its time. */
  readonly allowanceSeconds: number | null;
  readonly settled: Point | null;
  /** When it was worked on; none where it was not measured apart. */
  readonly runs: readonly Run[];
  /** The pieces of a joined step; empty for a plain one. */
  readonly parts: readonly PartTiming[];
}

interface PartTiming {
  readonly key: StepKey;
  readonly state: StepState;
  readonly grossMs: number | null;
  readonly netMs: number | null;
}

export function readStep(
  step: PlannedStep,
  plan: readonly PlannedStep[],
  state: CaseState,
  end: Point,
  stretches: readonly Stretch[],
): StepTiming {
  const items = state.items.filter((item) => item.step === step.key);
  const atHand = state.items[indexNow(state)];
  const correction = state.corrections.get(step.key);
  const runsOf = (item: WorkItem): readonly Run[] => itemRuns(item, item === atHand, state, end);
  const runs = correction ? [correctedRun(correction, state)] : items.flatMap(runsOf);

  const stepState = joinStates(items.map((item) => itemState(item, atHand, state)));
  const isSettled = stepState === "done" || stepState === "not-needed";
  const sharesTimeWith = items.find((item) => item.sharesTimeWith)?.sharesTimeWith ?? null;
  const time = timeIn(runs, stretches);
  const allowanceSeconds = sharesTimeWith ? null : allowanceOf(step, stepState, plan, state);

  return {
    key: step.key,
    state: stepState,
    startedAt: runs[0]?.from.at ?? null,
    endedAt: stepState === "done" ? (correction?.endedAt ?? lastSettled(items)?.at ?? null) : null,
    ...time,
    repeats: items.reduce((total, { repeats }) => total + repeats, 0),
    isCorrected: items.some(({ key }) => state.corrections.has(key)) || correction !== undefined,
    isAbandoned:
      (!correction && items.some((item) => item.isAbandoned)) || isForgotten(time.netMs, allowanceSeconds),
    runningSince: (atHand?.step === step.key && state.since?.at) || null,
    sharesTimeWith,
    allowanceSeconds,
    runs,
    settled: isSettled ? (correction ? placeOf(correction.endedAt, state.points) : lastSettled(items)) : null,
    parts: step.isJoined
      ? items.map((item) => ({
          key: item.key,
          state: itemState(item, atHand, state),
          ...timeIn(runsOf(item), stretches),
        }))
      : [],
  };
}

function itemRuns(item: WorkItem, isAtHand: boolean, state: CaseState, end: Point): readonly Run[] {
  const correction = state.corrections.get(item.key);
  if (correction) return [correctedRun(correction, state)];
  return isAtHand && state.since ? [...item.runs, { from: state.since, to: end }] : item.runs;
}

const correctedRun = (
  { startedAt, endedAt }: { readonly startedAt: Date; readonly endedAt: Date },
  { points }: CaseState,
): Run => ({ from: placeOf(startedAt, points), to: placeOf(endedAt, points) });

function timeIn(
  runs: readonly Run[],
  stretches: readonly Stretch[],
): { grossMs: number | null; netMs: number | null } {
  if (runs.length === 0) return { grossMs: null, netMs: null };
  const pieces = runs.flatMap(({ from, to }) => clip(stretches, from, to));
  return { grossMs: totalMs(pieces, () => true), netMs: totalMs(pieces, (pause) => pause === null) };
}

function itemState(item: WorkItem, atHand: WorkItem | undefined, state: CaseState): StepState {
  if (item === atHand) return "now";
  if (item.status === "pending") return closedAt(state) && !withoutCardAt(state) ? "not-needed" : "next";
  return item.status === "done" ? "done" : "not-needed";
}

/** A joined step is over when all of its parts are; it was needed if any of them was. */
function joinStates(states: readonly StepState[]): StepState {
  if (states.includes("now")) return "now";
  if (states.includes("next")) return "next";
  return states.includes("done") ? "done" : "not-needed";
}

const lastSettled = (items: readonly WorkItem[]): Point | null =>
  items.reduce<Point | null>(
    (last, { settled }) => (settled && settled.offsetMs >= (last?.offsetMs ?? -1) ? settled : last),
    null,
  );

/** While a step runs, one act may still end a neighbour with it; only afterwards is it known. */
function allowanceOf(
  step: PlannedStep,
  stepState: StepState,
  plan: readonly PlannedStep[],
  state: CaseState,
): number | null {
  const isSharing = ({ step: key, sharesTimeWith, status }: WorkItem): boolean =>
    key !== step.key &&
    (stepState === "done" ? sharesTimeWith === step.key : status === "pending" && endsTogether(step, key));
  const sharing = new Set(state.items.filter(isSharing).map(({ step: key }) => key));
  const targets = plan.filter(({ key }) => key === step.key || sharing.has(key));
  return targets.reduce<number | null>(
    (total, { targetSeconds }) => (total === null || targetSeconds === null ? null : total + targetSeconds),
    0,
  );
}

const endsTogether = ({ parts }: PlannedStep, key: StepKey): boolean =>
  Object.values(STEP_ENDED_BY).some(
    (keys: readonly StepKey[]) => keys.includes(key) && parts.some((part) => keys.includes(part)),
  );
