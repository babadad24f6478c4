import { moved, placeAt, pointOf } from "./case-clock.ts";
import type { CaseEvent, PauseReason, StepKey } from "./case-event.ts";
import { type CaseState, closedAt, indexNow, isBeforeHandover, withoutCardAt } from "./case-state.ts";
import type { Point } from "./elapsed.ts";
import { inQueue, isOfQueue, type ServiceEvent } from "./in-queue.ts";
import { STEP_ENDED_BY, type WorkItem } from "./work-item.ts";

/** The case after one more event, in the order of the log. After its end only corrections still count. */
export function applyEvent(state: CaseState, event: CaseEvent): CaseState {
  if (closedAt(state)) return event.type === "case.stepCorrected" ? correct(state, event.data) : state;

  const reading = placeAt(state.clock, event);
  const point = pointOf(reading);
  const timed: CaseState = {
    ...state,
    clock: moved(state.clock, reading),
    points: [...state.points, point],
    isClockSuspect: state.isClockSuspect || reading.isSuspect,
  };
  if (isOfQueue(event)) return inQueue(timed, event, point);
  return markReady(happen({ ...timed, since: state.since ?? point }, event, point), point);
}

function happen(state: CaseState, event: ServiceEvent, now: Point): CaseState {
  switch (event.type) {
    case "case.opened":
      return {
        ...state,
        service: { kind: event.data.kind, channel: event.data.channel },
        queue: state.queue && { ...state.queue, calledAt: state.queue.calledAt ?? now },
      };
    case "case.photoTaken":
      return end(state, [...STEP_ENDED_BY[event.type], ...(event.data.also ?? [])], now);
    case "case.requirementsChecked":
    case "case.cardCut":
    case "case.cardLaminated":
      return end(state, STEP_ENDED_BY[event.type], now);
    case "case.dataChecked":
      return event.data.revised
        ? end(state, STEP_ENDED_BY[event.type], now)
        : decline(end(state, ["verify"], now), ["revise"], now);
    case "case.printRequested":
      return { ...state, sentToPrinter: now };
    case "case.printConfirmed":
      return end(countMachineTime(state, now), STEP_ENDED_BY[event.type], now);
    case "case.stepDone":
      return event.data.result === "done"
        ? endSteps(state, [event.data.step], now)
        : decline(state, [event.data.step], now);
    case "case.stepsDone":
      return endSteps(state, event.data.steps, now);
    case "case.cardSpoiled":
      return reopen(state, now);
    case "case.stepUndone":
      return undo(state, event.data.step);
    case "case.madeReady":
      return { ...passOverBeforeHandover(state, now), ready: state.ready ?? now };
    case "case.handedOver":
      return { ...settleRest(end(state, STEP_ENDED_BY[event.type], now), now), taken: now };
    case "case.cardDelivered":
      return event.data.endsCase
        ? { ...settleRest(end(state, STEP_ENDED_BY[event.type], now), now), taken: now }
        : state;
    case "case.paused":
      return pause(state, event.data.reason, now);
    case "case.resumed":
      return resume(state, now);
    case "case.cancelled":
      return { ...resume(interrupt(state, now), now), cancelled: now };
    case "case.notServed":
      return { ...resume(interrupt(state, now), now), notServed: now };
    case "case.stepCorrected":
      return correct(state, event.data);
    case "case.stepAbandoned":
      return abandon(state, event.data.step, now);
    case "case.lateReasonGiven":
    case "case.memberLinked":
    case "case.photoDelivered":
    case "case.cardSending":
    case "case.categorized":
    case "case.papersBrought":
    case "case.passedOn":
    case "case.takenOver":
      return state;
  }
}

/**
 * Ends work. The first piece that was not yet done gets the time; others ended by the same event share it. Whatever came
 * earlier and is still pending was evidently not needed. Work that was already done is done again.
 */
function end(state: CaseState, keys: readonly StepKey[], now: Point): CaseState {
  const targets = indicesOf(state, ({ key }) => keys.includes(key));
  const fresh = targets.filter((index) => state.items[index]?.status !== "done");
  const first = fresh[0] ?? targets[0];
  if (first === undefined) return state;

  const step = state.items[first]?.step ?? null;
  const last = fresh.at(-1) ?? first;
  return {
    ...state,
    since: now,
    items: state.items.map((item, index) => {
      if (index === first) {
        const repeats = item.repeats + (item.status === "done" ? 1 : 0);
        return { ...withRun(item, state, now), status: "done", settled: now, sharesTimeWith: null, repeats };
      }
      if (fresh.includes(index))
        return { ...item, status: "done", settled: now, sharesTimeWith: item.step === step ? null : step };
      return index < last && item.status === "pending" ? { ...item, status: "skipped", settled: now } : item;
    }),
  };
}

/** A step that is already done is not ended twice: the act that ended it has said so. */
function endSteps(state: CaseState, steps: readonly StepKey[], now: Point): CaseState {
  const isMeant = (item: WorkItem): boolean => steps.some((step) => isNamed(item, step));
  const own = state.items.filter((item) => isMeant(item) && item.status !== "done");
  return own.length === 0
    ? state
    : end(
        state,
        own.map(({ key }) => key),
        now,
      );
}

/** Work that was at hand and then not needed leaves its time to nobody. */
function decline(state: CaseState, steps: readonly StepKey[], now: Point): CaseState {
  const isDeclined = (item: WorkItem): boolean =>
    item.status !== "done" && steps.some((step) => isNamed(item, step));
  const atHand = state.items[indexNow(state)];
  return {
    ...state,
    since: atHand && isDeclined(atHand) ? now : state.since,
    items: state.items.map((item) =>
      isDeclined(item) ? { ...item, status: "declined", settled: item.settled ?? now } : item,
    ),
  };
}

/** A spoiled card opens the print and all that follows again; the time already spent stays spent. */
function reopen(state: CaseState, now: Point): CaseState {
  const interrupted = interrupt(state, now);
  const print = interrupted.items.findIndex(({ key }) => key === "print");
  return {
    ...interrupted,
    ready: null,
    sentToPrinter: null,
    spoiledCards: state.spoiledCards + 1,
    items: interrupted.items.map((item, index) => {
      if (index < print || item.status === "declined" || item.status === "unneeded") return item;
      const repeats = item.repeats + (item.runs.length > 0 ? 1 : 0);
      return { ...item, status: "pending", settled: null, sharesTimeWith: null, repeats };
    }),
  };
}

/**
 * Takes back the end of a step, with everything that the same act ended or passed over: its time runs on from where it
 * began; what was undone was never done, so nothing repeats. Once other work has ended since, it is too late.
 */
function undo(state: CaseState, step: StepKey): CaseState {
  const run = state.items.findLast((item) => isNamed(item, step) && item.status === "done")?.runs.at(-1);
  if (!run || state.since !== run.to) return state;
  return {
    ...state,
    since: run.from,
    ready: state.ready === run.to ? null : state.ready,
    items: state.items.map((item) =>
      item.settled === run.to
        ? {
            ...item,
            status: "pending",
            settled: null,
            sharesTimeWith: null,
            runs: item.runs.filter(({ to }) => to !== run.to),
          }
        : item,
    ),
  };
}

/** The work at hand stops unfinished; what it took so far is its own. */
function interrupt(state: CaseState, now: Point): CaseState {
  const atHand = indexNow(state);
  return {
    ...state,
    since: now,
    items: state.items.map((item, index) => (index === atHand ? withRun(item, state, now) : item)),
  };
}

/** The work is still to be done; until somebody acts again, time belongs to no step. */
function abandon(state: CaseState, step: StepKey, now: Point): CaseState {
  const index = indexNow(state);
  const atHand = state.items[index];
  if (!atHand || !isNamed(atHand, step)) return state;
  const interrupted = interrupt(state, now);
  const items = interrupted.items.map((item, at) => (at === index ? { ...item, isAbandoned: true } : item));
  return { ...interrupted, since: null, items };
}

function passOverBeforeHandover(state: CaseState, now: Point): CaseState {
  const isPassed = (item: WorkItem, index: number): boolean =>
    item.status === "pending" && isBeforeHandover(state.items, index);
  if (!state.items.some(isPassed)) return state;
  return {
    ...state,
    since: now,
    items: state.items.map((item, index) =>
      isPassed(item, index) ? { ...item, status: "skipped", settled: now } : item,
    ),
  };
}

const settleRest = (state: CaseState, now: Point): CaseState => ({
  ...resume(state, now),
  items: state.items.map((item) =>
    item.status === "pending" ? { ...item, status: "skipped", settled: now } : item,
  ),
});

function markReady(state: CaseState, now: Point): CaseState {
  const isReady = state.items.every(
    ({ status }, index) => status !== "pending" || !isBeforeHandover(state.items, index),
  );
  return isReady && !withoutCardAt(state) ? { ...state, ready: state.ready ?? now } : state;
}

/** A second pause takes the place of the first, with its own reason. */
function pause(state: CaseState, reason: PauseReason, now: Point): CaseState {
  const running = resume(state, now);
  return { ...running, pauses: [...running.pauses, { reason, from: now, to: null }] };
}

const resume = (state: CaseState, now: Point): CaseState => ({
  ...state,
  pauses: state.pauses.map((pause) => (pause.to ? pause : { ...pause, to: now })),
});

function countMachineTime(state: CaseState, now: Point): CaseState {
  if (!state.sentToPrinter) return state;
  const machineMs = (state.machineMs ?? 0) + now.offsetMs - state.sentToPrinter.offsetMs;
  return { ...state, machineMs, sentToPrinter: null };
}

/** A step that a person says was done is done, and leaves the way to the next. */
function correct(
  state: CaseState,
  { step, startedAt, endedAt }: { step: StepKey; startedAt: string; endedAt: string },
): CaseState {
  const correction = { startedAt: new Date(startedAt), endedAt: new Date(endedAt) };
  const now = state.points.at(-1) ?? null;
  const isMeant = (item: WorkItem): boolean => isNamed(item, step);
  const atHand = state.items[indexNow(state)];
  return {
    ...state,
    since: atHand && isMeant(atHand) ? now : state.since,
    corrections: new Map([...state.corrections, [step, correction]]),
    items: state.items.map((item) =>
      isMeant(item) ? { ...item, status: "done", settled: item.settled ?? now, sharesTimeWith: null } : item,
    ),
  };
}

/** By its own key, or as a part of the joined step with this key. */
const isNamed = (item: WorkItem, key: StepKey): boolean => item.step === key || item.key === key;

const indicesOf = (state: CaseState, isMeant: (item: WorkItem) => boolean): number[] =>
  state.items.flatMap((item, index) => (isMeant(item) ? [index] : []));

const withRun = (item: WorkItem, state: CaseState, to: Point): WorkItem => ({
  ...item,
  runs: [...item.runs, { from: state.since ?? to, to }],
});
