import { categoryName } from "../../protocol/category-name.ts";
import type { PunctualityView } from "../../protocol/punctuality-shapes.ts";
import type { Block, Report, Table } from "../report.ts";
import { dayText, durationText, Written } from "../written.ts";
import { figureTable } from "./figure-table.ts";
import { queueNotes, queueTable } from "./queue-table.ts";
import { framed, type Period, periodText, type ReportFrame, signaturesOf } from "./report-frame.ts";
import { stepBlocks } from "./step-blocks.ts";

/** What does not add up in a standard, and what the library has said about it. */
export interface StandardIssue {
  readonly code: string;
  /** Said where the code is one that nobody has put into words. */
  readonly text: string;
  readonly answer: string | undefined;
}

/** The monthly sheet, or that of any period, with everything by which it was counted printed on it. */
export function punctualityReport(
  view: PunctualityView,
  issues: readonly StandardIssue[],
  frame: ReportFrame,
): Report {
  // Written by the same calendar as the query's own days.
  const period = { from: view.from, to: view.to } as Period;
  const { words, reading } = frame;
  return framed(frame, {
    name: `ketepatan-${view.from}-${view.to}`,
    title: words.punctuality.title,
    subtitle: [periodText(period, reading), ...promises(view, frame)].join(" · "),
    blocks: [
      ...punctualityBlocks(view, frame),
      ...issueTable(issues, frame),
      countedNote(view, frame),
      signaturesOf(frame),
    ],
  });
}

/** The figures alone: a year's summary has them too. */
export function punctualityBlocks(view: PunctualityView, frame: ReportFrame): readonly Block[] {
  const { words } = frame;
  const { groupHead, whyLate, empty, byKind, byChannel, byCategory, byStandard, all } = words.punctuality;
  const parts = (title: string, rows: Parameters<typeof figureTable>[0]["rows"]): readonly Block[] =>
    rows.length < 2
      ? []
      : [
          figureTable({
            ...{ title, first: "", heads: groupHead, rows, whenEmpty: empty },
            total: { name: all, summary: view.summary },
          }),
        ];
  const reasons = view.lateReasons.map(({ reason, count }) => ({
    ...{ label: reason === null ? words.noReason : words.lateReasons[reason], count },
  }));
  return [
    headline(view, frame),
    ...(view.trend.points.length > 0 ? [trend(view, frame)] : []),
    ...twoReadings(view, frame),
    ...stepBlocks(view.steps, frame),
    ...queueTable(view, frame),
    ...whoseTime(view, frame),
    ...parts(
      byStandard,
      view.standards.map((standard) => ({ name: promiseOf(standard, frame), summary: standard.summary })),
    ),
    ...parts(
      byKind,
      view.kinds.map(({ kind, summary }) => ({ name: words.kinds[kind], summary })),
    ),
    ...parts(
      byChannel,
      view.channels.map(({ channel, summary }) => ({ name: words.channels[channel], summary })),
    ),
    ...parts(
      byCategory,
      view.categories.map(({ category, summary }) => ({
        name: category === "" ? words.noCategory : categoryName(category, words.categories),
        summary,
      })),
    ),
    ...(reasons.length > 0 ? [{ kind: "shares", title: whyLate, rows: reasons } as const] : []),
    ...everyTime(view, frame),
  ];
}

function promises({ standards }: PunctualityView, frame: ReportFrame): readonly string[] {
  // More than two have a table of their own.
  return standards.length > 2 ? [] : standards.map((standard) => promiseOf(standard, frame));
}

const promiseOf = (
  { title, versions, publishedText }: PunctualityView["standards"][number],
  { words }: ReportFrame,
): string => words.punctuality.promise(title, versions.join(", "), publishedText);

function headline({ summary }: PunctualityView, { words, reading }: ReportFrame): Block {
  const written = new Written(reading);
  const { nothing, onTime, withoutResult, tooFew, median, p90, longest } = words.punctuality;
  const { n, judged, onTimePercent, medianMs, p90Ms, maxMs } = summary;
  const counted = written.count(judged);
  const share = onTime(written.count(summary.onTime), counted);
  const open = summary.unresolved > 0 ? `. ${withoutResult(written.count(summary.unresolved))}` : "";
  const main =
    onTimePercent !== null
      ? { value: written.percent(onTimePercent), says: `${share}${open}` }
      : { value: written.count(n), says: n === 0 ? nothing : tooFew(counted) };
  const times = [
    { ms: medianMs, says: median },
    { ms: p90Ms, says: p90 },
    { ms: maxMs, says: longest },
  ];
  return {
    ...{ kind: "headline", main },
    others: times.map(({ ms, says }) => ({ value: ms === null ? "–" : durationText(ms), says })),
  };
}

function trend({ trend: { by, points } }: PunctualityView, { words, reading }: ReportFrame): Block {
  const { perDay, perMonth, met, late } = words.punctuality;
  const month = (at: string): string => dayText(`${at}-15`, reading.language, { month: "short" });
  return {
    ...{ kind: "bars", title: by === "day" ? perDay : perMonth, legend: { met, late } },
    bars: points.map((point) => ({
      label: by === "day" ? String(Number(point.at.slice(8))) : month(point.at),
      ...{ met: point.onTime, late: point.late },
    })),
  };
}

function twoReadings({ both }: PunctualityView, { words }: ReportFrame): readonly Table[] {
  if (!both) return [];
  const { twoReadings: title, asPublished, asStepSum, groupHead, empty } = words.punctuality;
  const row = (name: string, { judged, onTime, onTimePercent }: NonNullable<typeof both>["published"]) => [
    ...[name, judged, onTime, judged - onTime, onTimePercent],
  ];
  return [
    {
      ...{ kind: "table", title, whenEmpty: empty },
      columns: [
        { title: "", kind: "text", share: 3 },
        ...groupHead
          .slice(0, 4)
          .map((head, index) => ({ title: head, kind: index < 3 ? "count" : "percent", share: 1 }) as const),
      ],
      rows: [row(asPublished, both.published), row(asStepSum, both.stepSum)],
    },
  ];
}

/** Of the time that a case took: the library's, the applicant's, and what was paused. */
function whoseTime({ perCase }: PunctualityView, { words }: ReportFrame): readonly Table[] {
  if (!perCase) return [];
  const { whoseTime: title, meanOf, empty } = words.punctuality;
  return [
    {
      ...{ kind: "table", title, whenEmpty: empty },
      columns: meanOf.map((name) => ({ title: name, kind: "duration", share: 1 })),
      rows: [[perCase.measuredMs, perCase.libraryMs, perCase.applicantMs, perCase.pausedMs]],
    },
  ];
}

/** Fewer than five make no percentage: they are all shown. */
function everyTime({ summary: { list } }: PunctualityView, { words }: ReportFrame): readonly Table[] {
  if (!list || list.length === 0) return [];
  const { times, time, empty } = words.punctuality;
  return [
    {
      ...{ kind: "table", title: times, whenEmpty: empty },
      columns: [
        { title: "No.", kind: "count", share: 1 },
        { title: time, kind: "duration", share: 2 },
        { title: "", kind: "text", share: 8 },
      ],
      rows: list.map((ms, index) => [index + 1, ms, null]),
    },
  ];
}

function issueTable(issues: readonly StandardIssue[], { words }: ReportFrame): readonly Table[] {
  if (issues.length === 0) return [];
  const { issues: title, issueHead, unanswered, empty } = words.punctuality;
  return [
    {
      ...{ kind: "table", title, whenEmpty: empty },
      columns: issueHead.map((head) => ({ title: head, kind: "text", share: 1 })),
      rows: issues.map(({ code, text, answer }) => [words.doubts[code]?.[0] ?? text, answer ?? unanswered]),
    },
  ];
}

function countedNote(view: PunctualityView, frame: ReportFrame): Block {
  const { words, reading } = frame;
  const written = new Written(reading);
  const {
    figure,
    openHoursOnly,
    allHours,
    ends,
    endsDiffer,
    dueRules,
    calendar,
    leftOut,
    notServed,
    clock,
    stillOpen,
    catchingUp,
    how,
  } = words.punctuality;
  const { abandoned, unresolved, clockSuspect } = view.summary;
  const said = [
    ...(view.ends.length > 1 ? [endsDiffer] : []),
    ...view.ends.map((end) => ends[end]),
    figure[view.figure],
    ...view.dueRules.map((rule) => dueRules[rule]),
    view.countsOpenHoursOnly ? openHoursOnly : allHours,
    leftOut(written.count(view.cancelled), written.count(abandoned), written.count(unresolved)),
    ...(view.notServed > 0 ? [notServed(written.count(view.notServed))] : []),
    ...(view.open > 0 ? [stillOpen(written.count(view.open))] : []),
    ...(clockSuspect > 0 ? [clock(written.count(clockSuspect))] : []),
    ...queueNotes(view, frame),
    ...(view.calendarVersions.length > 0 ? [calendar(view.calendarVersions.join(", "))] : []),
    ...(view.isCatchingUp ? [catchingUp] : []),
  ];
  return { kind: "note", title: how, text: said.join(" ") };
}
