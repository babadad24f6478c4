import type { ComplaintFigures } from "../../protocol/complaint-shapes.ts";
import type { SummaryView } from "../../protocol/punctuality-shapes.ts";
import type { Block, Cell, Column, Report, Row, Table } from "../report.ts";
import { dayText, Written } from "../written.ts";
import { framed, type Period, periodText, type ReportFrame, signaturesOf } from "./report-frame.ts";
import { stepTable } from "./step-table.ts";

/** Complaints of a period: how many, of what, by which way, how soon answered. Nobody's words and nobody's name. */
export function complaintReport(figures: ComplaintFigures, frame: ReportFrame): Report {
  // Written by the same calendar as the query's own days.
  const period = { from: figures.from, to: figures.to } as Period;
  const { words, reading } = frame;
  const { outcomes, outcomeNames, whyLate, lateReasons, noReason, title } = words.complaints;
  return framed(frame, {
    ...{ name: `pengaduan-${figures.from}-${figures.to}`, title, subtitle: periodText(period, reading) },
    blocks: [
      headline(figures, frame),
      ...trend(figures, frame),
      monthTable(figures, frame),
      ...parts(figures, frame),
      ...stepTimes(figures, frame),
      ...shares(
        outcomes,
        figures.outcomes.map(({ outcome, count }) => ({ label: outcomeNames[outcome], count })),
      ),
      ...shares(
        whyLate,
        figures.lateReasons.map(({ reason, count }) => ({
          ...{ label: reason === null ? noReason : lateReasons[reason], count },
        })),
      ),
      ...everyTime(figures, frame),
      countedNote(figures, frame),
      signaturesOf(frame),
    ],
  });
}

function headline(
  { received, limits, openAtEnd, summary }: ComplaintFigures,
  { words, reading }: ReportFrame,
): Block {
  const written = new Written(reading);
  const { nothing, onTime, tooFew, noLimit, median, p90, openAtEnd: waiting } = words.complaints;
  const { judged, onTimePercent, medianMs, p90Ms } = summary;
  const span = (ms: number | null): string => (ms === null ? "–" : written.span(ms));
  const instead = received === 0 ? nothing : limits.length === 0 ? noLimit : tooFew(written.count(judged));
  return {
    kind: "headline",
    main:
      onTimePercent === null
        ? { value: written.count(received), says: instead }
        : {
            value: written.percent(onTimePercent),
            says: onTime(written.count(summary.onTime), written.count(judged)),
          },
    others: [
      { value: span(medianMs), says: median },
      { value: span(p90Ms), says: p90 },
      { value: written.count(openAtEnd), says: waiting },
    ],
  };
}

/** A single month has no course to draw. */
function trend({ months }: ComplaintFigures, { words, reading }: ReportFrame): readonly Block[] {
  const { perMonth, met, late } = words.complaints;
  if (months.length < 2) return [];
  return [
    {
      ...{ kind: "bars", title: perMonth, legend: { met, late } },
      bars: months.map(({ month, summary: { judged, onTime } }) => ({
        label: dayText(`${month}-15`, reading.language, { month: "short" }),
        ...{ met: onTime, late: judged - onTime },
      })),
    },
  ];
}

const KINDS: readonly Column["kind"][] = [
  ...(["count", "count", "count", "count", "percent", "span", "span"] as const),
];

/** Received, answered, in time, late, percentage, median, 9 of 10. */
const cellsOf = (
  received: number,
  { n, judged, onTime, onTimePercent, medianMs, p90Ms }: SummaryView,
): Cell[] => [...[received, n, onTime, judged - onTime, onTimePercent, medianMs, p90Ms]];

function partTable(
  title: string,
  rows: readonly Row[],
  total: Row,
  { words }: ReportFrame,
  last?: string,
): Table {
  const { head, empty } = words.complaints;
  const heads = [...head, ...(last === undefined ? [] : [last])];
  return {
    ...{ kind: "table", title, rows, total, whenEmpty: empty },
    columns: [
      { title: "", kind: "text", share: 2.4 },
      ...heads.map((name, index) => ({ title: name, kind: KINDS[index] ?? "count", share: 1.1 }) as const),
    ],
  };
}

function monthTable(figures: ComplaintFigures, frame: ReportFrame): Table {
  const { byMonth, all, openHead } = frame.words.complaints;
  const { months, received, summary, openAtEnd } = figures;
  const name = (month: string): string =>
    dayText(`${month}-15`, frame.reading.language, { month: "long", year: "numeric" });
  return partTable(
    byMonth,
    months.map((one) => [name(one.month), ...cellsOf(one.received, one.summary), one.openAtEnd]),
    [all, ...cellsOf(received, summary), openAtEnd],
    frame,
    openHead,
  );
}

function parts(
  { channels, subjects, received, summary }: ComplaintFigures,
  frame: ReportFrame,
): readonly Table[] {
  const words = frame.words.complaints;
  const total = [words.all, ...cellsOf(received, summary)];
  if (received === 0) return [];
  const table = (title: string, rows: readonly Row[]): Table => partTable(title, rows, total, frame);
  return [
    table(
      words.byChannel,
      channels.map((one) => [words.channels[one.channel], ...cellsOf(one.received, one.summary)]),
    ),
    table(
      words.bySubject,
      subjects.map((one) => [words.subjects[one.subject], ...cellsOf(one.received, one.summary)]),
    ),
  ];
}

function stepTimes({ steps }: ComplaintFigures, { words }: ReportFrame): readonly Table[] {
  if (steps.length === 0) return [];
  const { steps: title, stepHead: heads, handled, empty } = words.complaints;
  const rows = steps.map(({ step, text, ...figures }) => ({
    ...figures,
    name: text === "" ? handled : `${step}. ${text}`,
  }));
  return [stepTable({ title, heads, share: 4.4, rows, whenEmpty: empty })];
}

const shares = (
  title: string,
  rows: readonly { readonly label: string; readonly count: number }[],
): readonly Block[] => (rows.length === 0 ? [] : [{ kind: "shares", title, rows }]);

/** Fewer than five make no percentage: they are all shown. */
function everyTime({ summary: { list } }: ComplaintFigures, { words }: ReportFrame): readonly Table[] {
  if (!list || list.length === 0) return [];
  const { times, time, empty } = words.complaints;
  return [
    {
      ...{ kind: "table", title: times, whenEmpty: empty },
      columns: [
        { title: "No.", kind: "count", share: 1 },
        { title: time, kind: "span", share: 2 },
        { title: "", kind: "text", share: 8 },
      ],
      rows: list.map((ms, index) => [index + 1, ms, null]),
    },
  ];
}

function countedNote(figures: ComplaintFigures, { words, reading }: ReportFrame): Block {
  const written = new Written(reading);
  const said = words.complaints;
  const either = new Intl.ListFormat(reading.language, { type: "disjunction" });
  const { limits, waiting, withdrawn, reopened, calendarVersions, figure, summary } = figures;
  const sentences = [
    said.counted[figure],
    limits.length > 0
      ? said.limits(either.format(limits.map((days) => written.count(days))))
      : said.unlimited,
    said.leftOut(written.count(waiting), written.count(withdrawn)),
    ...(reopened > 0 ? [said.reopened(written.count(reopened))] : []),
    ...(summary.clockSuspect > 0 ? [said.clock(written.count(summary.clockSuspect))] : []),
    ...(limits.length > 0 && calendarVersions.length > 0 ? [said.calendar(calendarVersions.join(", "))] : []),
    said.noNames,
  ];
  return { kind: "note", title: said.how, text: sentences.join(" ") };
}
