import type { Moment } from "../kernel/types.ts";
import type {
  AnswerChannel,
  ComplaintEvent,
  ComplaintLateReason,
  ComplaintOutcome,
  ComplaintPause,
  ComplaintStatus,
  StepPass,
} from "./complaint.ts";
import { elapsed } from "./elapsed.ts";

interface Span {
  readonly from: Date;
  /** Null while it lasts. */
  readonly to: Date | null;
}

/** From the receipt, or from being opened again, to the answer: each is judged by a due date of its own. */
export interface Round extends Span {
  readonly pauses: readonly Span[];
}

export interface ComplaintStepTiming {
  readonly step: number;
  readonly state: "next" | "now" | "done" | "passed";
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** All runs together, ms; null where nobody took its time. */
  readonly grossMs: number | null;
  /** Without pauses. */
  readonly netMs: number | null;
  readonly isCorrected: boolean;
  readonly passed: StepPass | null;
}

/** What a complaint's events say about time. Milliseconds are whole; `asOf` counts for whatever still runs. */
export interface ComplaintTimeline {
  readonly status: ComplaintStatus;
  readonly receivedAt: Date;
  readonly rounds: readonly Round[];
  readonly steps: readonly ComplaintStepTiming[];
  /** While an answer was owed. */
  readonly waitMs: number;
  /** Without pauses. */
  readonly netMs: number;
  readonly pausedFor: ComplaintPause | null;
  readonly answer: { readonly by: AnswerChannel; readonly at: Date; readonly file: string | null } | null;
  readonly outcome: ComplaintOutcome | null;
  readonly lateReason: ComplaintLateReason | null;
  readonly isClockSuspect: boolean;
  readonly lastActAt: Date;
  readonly asOf: Date;
}

/** The steps are named by their numbers in the standard; the first event is the receipt. */
export function complaintTimeline(
  steps: readonly number[],
  events: readonly ComplaintEvent[],
  asOf: Moment,
): ComplaintTimeline {
  const reading = new Reading(steps);
  for (const event of events) {
    reading.moveTo(event);
    reading.apply(event);
  }
  reading.moveTo(asOf);
  return reading.timeline(events.at(-1)?.at ?? asOf.at, asOf.at);
}

interface StepWork {
  grossMs: number;
  netMs: number;
  startedAt: Date | null;
  endedAt: Date | null;
  state: ComplaintStepTiming["state"];
  isCorrected: boolean;
  passed: StepPass | null;
}

/** Adds the time between two readings of the clocks to whatever ran in between. */
class Reading {
  readonly #steps: ReadonlyMap<number, StepWork>;
  #status: ComplaintStatus = "open";
  #last: Moment | undefined;
  #receivedAt: Date | undefined;
  #rounds: { from: Date; to: Date | null; pauses: { from: Date; to: Date | null }[] }[] = [];
  #waitMs = 0;
  #netMs = 0;
  #pausedFor: ComplaintPause | null = null;
  #answer: ComplaintTimeline["answer"] = null;
  #outcome: ComplaintOutcome | null = null;
  #lateReason: ComplaintLateReason | null = null;
  #isClockSuspect = false;

  constructor(steps: readonly number[]) {
    this.#steps = new Map(steps.map((step) => [step, untouched()]));
  }

  moveTo(moment: Moment): void {
    const { ms, isSuspect } = this.#last ? elapsed(this.#last, moment) : { ms: 0, isSuspect: false };
    this.#last = moment;
    this.#isClockSuspect ||= isSuspect;
    const isPaused = this.#status === "paused";
    if (this.#status === "open" || isPaused) {
      this.#waitMs += ms;
      if (!isPaused) this.#netMs += ms;
    }
    for (const work of this.#steps.values()) {
      if (work.state !== "now") continue;
      work.grossMs += ms;
      if (!isPaused) work.netMs += ms;
    }
  }

  apply(event: ComplaintEvent): void {
    const { at } = event;
    switch (event.type) {
      case "complaint.received":
        this.#receive(event.data.receivedAt, at);
        break;
      case "complaint.stepStarted":
        this.#set(event.data.step, (work) => ({
          ...{ state: "now", startedAt: work.startedAt ?? at, endedAt: null, passed: null },
        }));
        break;
      case "complaint.stepEnded":
        this.#set(event.data.step, () => ({ state: "done", endedAt: at }));
        break;
      case "complaint.stepPassed":
        this.#set(event.data.step, () => ({ ...untouched(), state: "passed", passed: event.data.why }));
        break;
      case "complaint.stepCorrected":
        this.#set(event.data.step, () => corrected(event.data));
        break;
      case "complaint.paused":
        this.#pause(event.data.reason, at);
        break;
      case "complaint.resumed":
        this.#resume(at);
        break;
      case "complaint.answered":
        this.#answer = { by: event.data.by, at, file: event.data.file };
        this.#end("answered", at);
        break;
      case "complaint.closed":
        this.#outcome = event.data.outcome;
        this.#end("closed", at);
        break;
      case "complaint.withdrawn":
        this.#end("withdrawn", at);
        break;
      case "complaint.reopened":
        this.#status = "open";
        this.#outcome = null;
        this.#rounds.push({ from: at, to: null, pauses: [] });
        break;
      case "complaint.lateReasonGiven":
        this.#lateReason = event.data.reason;
        break;
    }
  }

  timeline(lastActAt: Date, asOf: Date): ComplaintTimeline {
    return {
      status: this.#status,
      receivedAt: this.#receivedAt ?? asOf,
      rounds: this.#rounds,
      steps: [...this.#steps].map(([step, { grossMs, netMs, ...work }]) => ({
        ...{ step, ...work },
        ...(work.startedAt === null
          ? { grossMs: null, netMs: null }
          : { grossMs: Math.round(grossMs), netMs: Math.round(netMs) }),
      })),
      ...{ waitMs: Math.round(this.#waitMs), netMs: Math.round(this.#netMs) },
      ...{ pausedFor: this.#pausedFor, answer: this.#answer, outcome: this.#outcome },
      ...{ lateReason: this.#lateReason, isClockSuspect: this.#isClockSuspect, lastActAt, asOf },
    };
  }

  /** What lay in a box or a mailbox has waited by the wall clock; a day that is still to come is not believed. */
  #receive(receivedAt: string | undefined, at: Date): void {
    const came = receivedAt === undefined ? at : new Date(Math.min(Date.parse(receivedAt), at.getTime()));
    this.#receivedAt = came;
    const lainMs = at.getTime() - came.getTime();
    this.#waitMs += lainMs;
    this.#netMs += lainMs;
    this.#rounds.push({ from: came, to: null, pauses: [] });
  }

  #set(step: number, change: (work: StepWork) => Partial<StepWork>): void {
    const work = this.#steps.get(step);
    if (work) Object.assign(work, change(work));
  }

  /** A second pause takes the place of the first, with its own reason. */
  #pause(reason: ComplaintPause, at: Date): void {
    this.#resume(at);
    this.#status = "paused";
    this.#pausedFor = reason;
    this.#rounds.at(-1)?.pauses.push({ from: at, to: null });
  }

  #resume(at: Date): void {
    if (this.#status !== "paused") return;
    this.#status = "open";
    this.#pausedFor = null;
    const pause = this.#rounds.at(-1)?.pauses.at(-1);
    if (pause) pause.to ??= at;
  }

  #end(status: ComplaintStatus, at: Date): void {
    this.#resume(at);
    this.#status = status;
    const round = this.#rounds.at(-1);
    if (round) round.to ??= at;
    if (status === "answered") return;
    // Whatever nobody ended is over with the complaint.
    for (const work of this.#steps.values())
      if (work.state === "now") Object.assign(work, { state: "done", endedAt: at });
  }
}

const untouched = (): StepWork => ({
  ...{
    grossMs: 0,
    netMs: 0,
    startedAt: null,
    endedAt: null,
    state: "next",
    isCorrected: false,
    passed: null,
  },
});

function corrected({
  startedAt,
  endedAt,
}: {
  readonly startedAt: string;
  readonly endedAt: string;
}): StepWork {
  const [from, to] = [new Date(startedAt), new Date(endedAt)];
  const ms = Math.max(0, to.getTime() - from.getTime());
  return {
    ...{ grossMs: ms, netMs: ms, startedAt: from, endedAt: to, state: "done" },
    ...{ isCorrected: true, passed: null },
  };
}
