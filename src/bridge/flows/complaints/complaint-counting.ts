import { type Measured, summarize } from "../../../sla/summary.ts";
import type { SummaryView } from "../../protocol/punctuality-shapes.ts";
import type { TimedComplaint } from "./complaint-timings.ts";

/** Of fewer, every time is listed. */
const FEW = 5;

/** Where there are more, some of them may not have been judged: then they have no share, and no list either. */
export function summaryOfMeasured(measured: readonly Measured[]): SummaryView {
  const { list, ...summary } = summarize(measured);
  return { ...summary, list: measured.length < FEW && list ? [...list] : null };
}

/** The time until the answer; undefined while it is owed, and for a complaint that was taken back. */
export function measuredAnswer({ timeline, verdict, judging }: TimedComplaint): Measured | undefined {
  const { status, waitMs, netMs, isClockSuspect } = timeline;
  if (status !== "answered" && status !== "closed") return undefined;
  const tookMs = judging.figure === "gross" ? waitMs : netMs;
  return { tookMs, verdict: verdict.overall, isAbandoned: false, isClockSuspect };
}

interface MeasuredStep {
  readonly standard: string;
  readonly step: number;
  readonly text: string;
  readonly targetSeconds: number | null;
  readonly measured: Measured;
}

/** Steps that somebody has taken the time of, and ended. */
export function measuredSteps({ record, steps, timeline, verdict }: TimedComplaint): readonly MeasuredStep[] {
  return steps.flatMap(({ seq, text }) => {
    const timing = timeline.steps.find(({ step }) => step === seq);
    const judged = verdict.steps.find(({ step }) => step === seq);
    if (timing?.state !== "done" || judged?.tookMs == null) return [];
    const { tookMs, verdict: stepVerdict, targetSeconds, isAbandoned } = judged;
    const { isClockSuspect } = timeline;
    return [
      {
        ...{ standard: record.standardId, step: seq, text, targetSeconds },
        measured: { tookMs, verdict: stepVerdict, isAbandoned, isClockSuspect },
      },
    ];
  });
}
