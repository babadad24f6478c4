import type { MeasuredStepView, PunctualityView } from "../../protocol/punctuality-shapes.ts";
import type { Block, Report } from "../report.ts";
import { durationText } from "../written.ts";
import type { ReportFrame } from "./report-frame.ts";
import { stepTable } from "./step-table.ts";

/** What takes hours is waited for, not worked on: in one plot it would press everything else to the edge. */
const WAITING_MS = 3_600_000;

/** The times of each step beside its target, as a plot and as a table; `of` names the standard where there are several. */
export function stepBlocks(
  measured: readonly MeasuredStepView[],
  { words }: ReportFrame,
  of?: string,
): readonly Block[] {
  if (measured.length === 0) return [];
  const {
    steps: title,
    stepLegend,
    minutes,
    ofTarget,
    noTarget,
    stepTable: tableTitle,
    stepHead,
    empty,
  } = words.punctuality;
  const seen = measured.flatMap(({ step, targetSeconds, summary: { medianMs, p90Ms } }) => {
    if (medianMs === null || (targetSeconds === null && medianMs >= WAITING_MS)) return [];
    const says = durationText(medianMs);
    return [
      {
        label: words.steps[step],
        ...{ fromMs: medianMs, medianMs, toMs: p90Ms ?? medianMs },
        targetMs: targetSeconds === null ? null : targetSeconds * 1_000,
        says: targetSeconds === null ? noTarget(says) : ofTarget(says, durationText(targetSeconds * 1_000)),
      },
    ];
  });
  const table = stepTable({
    title: of === undefined ? tableTitle : `${tableTitle}: ${of}`,
    ...{ heads: stepHead, share: 4, whenEmpty: empty },
    rows: measured.map(({ step, text, ...figures }) => ({ ...figures, name: text || words.steps[step] })),
  });
  const plot: readonly Block[] =
    seen.length > 0 ? [{ kind: "ranges", title, legend: stepLegend, unit: minutes, rows: seen }] : [];
  // A plot has no room for a standard's name: it stands below the table that has it.
  return of === undefined ? [...plot, table] : [table, ...plot];
}

/** Steps of several standards have nothing in common: each standard's own come before what is said about all of them. */
export function withStepsOf(
  report: Report,
  standards: readonly PunctualityView[],
  frame: ReportFrame,
): Report {
  const { issues } = frame.words.punctuality;
  const isAfter = (block: Block): boolean =>
    block.kind === "note" || (block.kind === "table" && block.title === issues);
  const at = report.blocks.findIndex(isAfter);
  const steps = standards.flatMap((view) => stepBlocks(view.steps, frame, view.standards[0]?.title));
  return { ...report, blocks: [...report.blocks.slice(0, at), ...steps, ...report.blocks.slice(at)] };
}
