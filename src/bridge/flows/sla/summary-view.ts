import { summaryOf } from "../../../sla/summary.ts";
import type { DayFigures } from "../../../store/result-figures.ts";
import type { MeasuredStepView, PunctualityView, SummaryView } from "../../protocol/punctuality-shapes.ts";
import type { MeasuredStep } from "./measured-steps.ts";
import { sum, timesOf } from "./punctuality-plots.ts";

/** A list that stands in for a percentage is short; one that is not is read page by page. */
const MOST_LISTED = 100;

export function summaryView(days: readonly DayFigures[]): SummaryView {
  const summary = summaryOf({
    n: sum(days, ({ n }) => n),
    onTime: sum(days, ({ onTime }) => onTime),
    late: sum(days, ({ late }) => late),
    unresolved: sum(days, ({ unresolved }) => unresolved),
    abandoned: sum(days, ({ abandoned }) => abandoned),
    clockSuspect: sum(days, ({ clockSuspect }) => clockSuspect),
    times: timesOf(days, "onTime", "late", "other"),
  });
  return { ...summary, list: summary.list?.slice(0, MOST_LISTED) ?? null };
}

/** The share alone, of cases that were judged by one reading of the promise. */
export function shareOf(
  onTime: number,
  late: number,
): Pick<SummaryView, "judged" | "onTime" | "onTimePercent"> {
  const nothing = { unresolved: 0, abandoned: 0, clockSuspect: 0, times: new Float64Array() };
  const { judged, onTimePercent } = summaryOf({ n: onTime + late, onTime, late, ...nothing });
  return { judged, onTime, onTimePercent };
}

export function stepView({ days, targetSeconds, ...step }: MeasuredStep): MeasuredStepView {
  const overMs = sum(days, (day) => day.overMs);
  return { ...step, targetSeconds: targetSeconds ?? null, overMs, summary: summaryView(days) };
}

/** Where the late time arises; where none does, where most of the time goes. */
export function bottleneckOf(steps: readonly MeasuredStepView[]): PunctualityView["bottleneck"] {
  const measured = steps.filter(({ summary }) => summary.n > summary.abandoned);
  const most = (of: (step: MeasuredStepView) => number): MeasuredStepView | undefined =>
    measured.toSorted((a, b) => of(b) - of(a))[0];
  const over = most(({ overMs }) => overMs);
  if (over && over.overMs > 0) return { step: over.step, by: "over-target" };
  const longest = most(({ summary }) => summary.medianMs ?? 0);
  return longest ? { step: longest.step, by: "longest" } : null;
}
