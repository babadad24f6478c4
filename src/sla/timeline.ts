import type { Moment } from "../kernel/types.ts";
import { applyEvent } from "./apply-event.ts";
import { placeAt, pointOf } from "./case-clock.ts";
import type { CaseEvent, CaseStatus, PauseReason, StepKey } from "./case-event.ts";
import { type CaseState, closedAt, indexNow, newCase, pendingItems, withoutCardAt } from "./case-state.ts";
import { type Point, placeOf } from "./elapsed.ts";
import type { PlannedStep } from "./plan.ts";
import type { Service } from "./service.ts";
import { readStep, type StepTiming } from "./step-timing.ts";
import { type Stretch, stretchesOf, totalMs } from "./stretch.ts";
import type { WorkItem } from "./work-item.ts";

/** What a case's events say about time. Milliseconds are whole; `asOf` counts for whatever still runs. */
export interface Timeline {
  readonly service: Service | null;
  readonly status: CaseStatus;
  /** The published step that runs; null when the case is closed or nothing is left. */
  readonly now: StepKey | null;
  /** The work inside that step: `print`, then `handover`, while `print-and-handover` runs. */
  readonly nowWork: StepKey | null;
  /** Work that is neither done nor passed over, in order; the first is at hand. Empty when the case is closed. */
  readonly ahead: readonly StepKey[];
  readonly steps: readonly StepTiming[];
  /** From the ticket or the opening, or an earlier corrected start, to hand-over, to an end without a card, or `asOf`. */
  readonly grossMs: number;
  readonly netMs: number;
  readonly pauses: readonly { readonly reason: PauseReason; readonly ms: number }[];
  readonly pausedFor: PauseReason | null;
  /** From the ticket to the call that was answered, part of the gross time; null for a case that was never in the queue. */
  readonly queueMs: number | null;
  /** Gross time that belongs to no step. Below zero only where corrections overlap. */
  readonly gapMs: number;
  readonly openedAt: Date;
  /** READY: made ready, or everything before the hand-over done. TAKEN: handed over. */
  readonly readyAt: Date | null;
  readonly takenAt: Date | null;
  readonly asOf: Date;
  /** Cards spoiled, and other work done once more. */
  readonly rework: { readonly spoiledCards: number; readonly repeatedSteps: number };
  /** Between sending to the printer and the proof that the card is out; part of the print step. */
  readonly machineMs: number | null;
  readonly isClockSuspect: boolean;
  readonly stretches: readonly Stretch[];
  readonly marks: Marks;
}

interface Marks {
  /** The ticket, or where there was no queue the opening; earlier where a correction says so. */
  readonly start: Point;
  /** Where the service itself begins: the call, or the start where there was no queue. */
  readonly served: Point;
  readonly ready: Point | null;
  readonly taken: Point | null;
  /** Where the reading ends: the close of the case, or `asOf`. */
  readonly end: Point;
}

/** The whole case at once. `foldCase` and `readTimeline` do the same in two steps, for callers that keep the state. */
export const timeline = (
  plan: readonly PlannedStep[],
  events: readonly CaseEvent[],
  asOf: Moment,
): Timeline => readTimeline(plan, foldCase(plan, events), asOf);

export const foldCase = (plan: readonly PlannedStep[], events: readonly CaseEvent[]): CaseState =>
  events.reduce(applyEvent, newCase(plan));

export function readTimeline(plan: readonly PlannedStep[], state: CaseState, asOf: Moment): Timeline {
  const running = placeAt(state.clock, asOf);
  const marks = marksOf(state, pointOf(running));
  const stretches = stretchesOf(state, marks);
  const steps = plan.map((step) => readStep(step, plan, state, marks.end, stretches));
  const grossMs = marks.end.offsetMs - marks.start.offsetMs;
  const atHand = state.items[indexNow(state)];

  return {
    service: state.service,
    status: statusOf(state),
    now: atHand?.step ?? null,
    nowWork: atHand?.key ?? null,
    ahead: pendingItems(state).map(({ key }) => key),
    steps,
    grossMs,
    netMs: totalMs(stretches, (pause) => pause === null),
    pauses: pausesByReason(stretches),
    pausedFor: state.pauses.find(({ to }) => !to)?.reason ?? null,
    queueMs: queueMsOf(state),
    gapMs: grossMs - sum(steps.map((step) => step.grossMs ?? 0)),
    openedAt: marks.start.at,
    readyAt: marks.ready?.at ?? null,
    takenAt: marks.taken?.at ?? null,
    asOf: asOf.at,
    rework: {
      spoiledCards: state.spoiledCards,
      repeatedSteps: sum(steps.map(({ repeats }) => repeats)),
    },
    machineMs: state.machineMs,
    isClockSuspect: state.isClockSuspect || (!closedAt(state) && running.isSuspect),
    stretches,
    marks,
  };
}

/** A corrected step moves the mark that it made, or for which it was the last of several that one act ended. */
function marksOf(state: CaseState, asOf: Point): Marks {
  const opened = state.points[0] ?? asOf;
  const starts = [...state.corrections.values()].map(({ startedAt }) => placeOf(startedAt, state.points));
  const firstOf = (mark: Point): Point =>
    starts.reduce((first, point) => (point.offsetMs < first.offsetMs ? point : first), mark);
  const taken = state.taken && corrected(state, state.taken);
  return {
    start: firstOf(opened),
    served: firstOf(state.queue?.calledAt ?? opened),
    ready: state.ready && corrected(state, state.ready),
    taken,
    end: taken ?? withoutCardAt(state) ?? asOf,
  };
}

function corrected(state: CaseState, mark: Point): Point {
  const endOf = ({ key, step }: WorkItem): Point | undefined => {
    const correction = state.corrections.get(key) ?? state.corrections.get(step);
    return correction && placeOf(correction.endedAt, state.points);
  };
  const maker = state.items.findLast(({ runs }) => runs.at(-1)?.to === mark);
  const own = (maker && endOf(maker)) ?? mark;
  return state.items
    .filter((item) => item !== maker && item.status === "done" && item.settled === mark)
    .flatMap((item) => endOf(item) ?? [])
    .reduce((last, end) => (end.offsetMs > last.offsetMs ? end : last), own);
}

function statusOf(state: CaseState): CaseStatus {
  if (state.taken) return "handed-over";
  if (state.cancelled) return "cancelled";
  if (state.notServed) return "not-served";
  if (state.pauses.some(({ to }) => !to)) return "paused";
  return state.ready ? "ready" : "open";
}

function queueMsOf({ queue }: CaseState): number | null {
  return queue?.calledAt ? queue.calledAt.offsetMs - queue.from.offsetMs : null;
}

export function pausesByReason(stretches: readonly Stretch[]): Timeline["pauses"] {
  const reasons = new Set(stretches.flatMap(({ pause }) => pause ?? []));
  return [...reasons].map((reason) => ({ reason, ms: totalMs(stretches, (pause) => pause === reason) }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
