import type { BusinessHours } from "./business-days.ts";
import type { Figure } from "./case-event.ts";
import type { ComplaintTimeline, Round } from "./complaint-timeline.ts";
import { isForgotten } from "./forgotten.ts";
import type { BusinessDayRule, ComplaintStep } from "./standard.ts";
import { against, type Verdict } from "./verdict.ts";

export interface ComplaintStepVerdict {
  readonly step: number;
  readonly verdict: Verdict;
  /** As the library counts, gross or net; null where nobody took its time. */
  readonly tookMs: number | null;
  readonly targetSeconds: number | null;
  /** Its timer was left to run: in no average. */
  readonly isAbandoned: boolean;
}

/** By what complaints are judged. Opening hours are made once for many of them. */
export interface ComplaintJudging {
  readonly figure: Figure;
  /** Undefined while nobody has said when the library is open. */
  readonly hours: BusinessHours | undefined;
  /** The library's own reading of a working day. */
  readonly businessDayRule?: BusinessDayRule | undefined;
}

export interface ComplaintVerdict {
  readonly steps: readonly ComplaintStepVerdict[];
  /** Of the answer, against the library's own limit; never judged where it has none, or no opening hours. */
  readonly overall: Verdict;
  /** Of the last round. */
  readonly dueAt: Date | null;
}

/** `limitDays` are working days by the library's calendar, as they were set when the complaint came. */
export function judgeComplaint(
  steps: readonly ComplaintStep[],
  timeline: ComplaintTimeline,
  limitDays: number | null,
  judging: ComplaintJudging,
): ComplaintVerdict {
  const dues = timeline.rounds.map((round) => dueOf(round, limitDays, judging, timeline.asOf));
  return {
    steps: steps.map((step) => judgeStep(step, timeline, judging)),
    overall: timeline.status === "withdrawn" ? "not-judged" : overall(timeline, dues),
    dueAt: dues.at(-1) ?? null,
  };
}

function overall({ rounds, asOf }: ComplaintTimeline, dues: readonly (Date | undefined)[]): Verdict {
  if (dues.some((due) => due === undefined)) return "not-judged";
  const isLate = rounds.some(({ to }, index) => (to ?? asOf) > (dues[index] ?? asOf));
  if (isLate) return "late";
  return rounds.at(-1)?.to ? "met" : "running";
}

/** Where pauses do not count, the opening hours that they took are given back at the end. */
function dueOf(
  round: Round,
  limitDays: number | null,
  { hours, figure, businessDayRule = "close-of-next-working-day" }: ComplaintJudging,
  asOf: Date,
): Date | undefined {
  if (limitDays === null || !hours) return undefined;
  const due = hours.due(round.from, businessDayRule, limitDays);
  if (!due || figure === "gross") return due;
  const pausedMs = round.pauses.reduce((sum, { from, to }) => sum + hours.openMs(from, to ?? asOf), 0);
  return pausedMs > 0 ? hours.afterOpenMs(due, pausedMs) : due;
}

function judgeStep(
  { seq, target }: ComplaintStep,
  { steps }: ComplaintTimeline,
  { figure }: ComplaintJudging,
): ComplaintStepVerdict {
  const timing = steps.find(({ step }) => step === seq);
  const tookMs = (figure === "gross" ? timing?.grossMs : timing?.netMs) ?? null;
  const targetSeconds = target?.seconds ?? null;
  return {
    ...{ step: seq, tookMs, targetSeconds },
    verdict: tookMs === null ? "not-judged" : against(tookMs, targetSeconds, timing?.state === "done"),
    isAbandoned: timing?.isCorrected !== true && isForgotten(timing?.netMs ?? null, targetSeconds),
  };
}
