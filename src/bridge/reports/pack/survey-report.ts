import { SURVEY_BANDS, SURVEY_ELEMENTS } from "../../../sla/survey/questionnaire.ts";
import { PER_SCORE } from "../../../sla/survey/survey-index.ts";
import type { SurveyView } from "../../protocol/survey-shapes.ts";
import type { Block, Column, Report, Table } from "../report.ts";
import { dayText, durationText, Written } from "../written.ts";
import { framed, type Period, periodText, type ReportFrame, signaturesOf } from "./report-frame.ts";

const ELEMENT_KINDS: readonly Column["kind"][] = [
  ...(["text", "text", "count", "count", "count", "count"] as const),
  ...(["decimal", "decimal", "decimal", "text"] as const),
];
/** Of the whole; its elements have them. */
const NO_COUNTS = [null, null, null, null];
const ELEMENT_SHARES = [0.8, 4, 0.8, 0.8, 0.8, 0.8, 1.1, 1.6, 1.3, 1];

/** The survey of a period: the index, its nine elements, and what people think of the time beside the time itself. */
export function surveyReport(view: SurveyView, frame: ReportFrame): Report {
  const { words, reading } = frame;
  const { survey } = words;
  const period = { from: view.from, to: view.to } as Period;
  const waiting = view.waiting > 0 ? [survey.waiting(new Written(reading).count(view.waiting))] : [];
  return framed(frame, {
    name: `skm-${view.from}-${view.to}`,
    title: survey.title,
    subtitle: periodText(period, reading),
    blocks: [
      headline(view, frame),
      elements(view, frame),
      time(view, frame),
      ...parts(
        survey.perMonth,
        view.months.map(({ month, ...figures }) => ({
          name: dayText(`${month}-15`, reading.language, { month: "long", year: "numeric" }),
          ...figures,
        })),
        frame,
      ),
      ...parts(
        survey.perService,
        view.services.map(({ title, ...figures }) => ({ name: title, ...figures })),
        frame,
      ),
      ...people(view, frame),
      { kind: "note", title: words.punctuality.how, text: [survey.how, ...waiting].join(" ") },
      signaturesOf(frame),
    ],
  });
}

function headline({ n, index, grade, elements, measured }: SurveyView, frame: ReportFrame): Block {
  const { survey } = frame.words;
  const written = new Written(frame.reading);
  const { judged, onTimePercent } = measured.summary;
  const timeMean = elements.find(({ element }) => element === "time")?.mean;
  return {
    kind: "headline",
    main:
      index === null
        ? { value: written.count(n), says: n === 0 ? survey.nothing : survey.tooFew }
        : { value: written.decimal(index), says: survey.index(written.count(n)) },
    others: [
      { value: grade ?? "–", says: survey.grade },
      { value: timeMean === undefined ? "–" : written.decimal(timeMean), says: survey.timeMean },
      {
        value: onTimePercent === null ? "–" : written.percent(onTimePercent),
        says: survey.onTime(written.count(judged)),
      },
    ],
  };
}

function elements(
  { elements: results, index: all, grade: mark }: SurveyView,
  { words: { survey } }: ReportFrame,
): Table {
  return {
    ...{ kind: "table", title: survey.elements, whenEmpty: survey.empty },
    columns: survey.elementHead.map((title, index) => ({
      ...{ title, kind: ELEMENT_KINDS[index] ?? "text", share: ELEMENT_SHARES[index] ?? 1 },
    })),
    rows: results.map(({ element, scores, mean, index, grade }, at) => [
      ...[`U${at + 1}`, survey.questionnaire.questions[element].name, ...scores],
      ...[mean, mean / SURVEY_ELEMENTS.length, index, grade],
    ]),
    ...(all === null ? {} : { total: [null, survey.whole, ...NO_COUNTS, null, all / PER_SCORE, all, mark] }),
  };
}

function time({ elements: results, n, measured }: SurveyView, { words, reading }: ReportFrame): Table {
  const { survey } = words;
  const written = new Written(reading);
  const opinion = results.find(({ element }) => element === "time");
  const { judged, onTimePercent, n: cases, medianMs } = measured.summary;
  return {
    ...{ kind: "table", title: survey.time, whenEmpty: survey.empty },
    columns: survey.timeHead.map((title, index) => ({
      ...{ title, kind: index === 1 ? "count" : "text", share: index === 1 ? 1 : 3 },
    })),
    rows: [
      [
        ...[survey.opinion, n],
        opinion
          ? survey.opinionOf(written.decimal(opinion.mean), written.decimal(opinion.index), opinion.grade)
          : "–",
      ],
      [
        ...[survey.measuredOnTime, judged],
        onTimePercent === null ? survey.tooFewMeasured : written.percent(onTimePercent),
      ],
      [survey.measuredMedian, cases, medianMs === null ? "–" : durationText(medianMs)],
      ...measured.promises.map((promise) => [survey.promised, null, promise]),
    ],
  };
}

type Part = Pick<SurveyView, "n" | "index" | "grade"> & { readonly name: string };

/** Of one part alone the headline has said it. */
function parts(title: string, rows: readonly Part[], { words: { survey } }: ReportFrame): readonly Table[] {
  if (rows.length < 2) return [];
  return [
    {
      ...{ kind: "table", title, whenEmpty: survey.empty },
      columns: survey.partHead.map((head, index) => ({
        title: head,
        kind: (["text", "count", "decimal", "text"] as const)[index] ?? "text",
        share: index === 0 ? 4 : 1,
      })),
      rows: rows.map(({ name, n, index, grade }) => [name, n, index, grade]),
    },
  ];
}

function people({ n, bands }: SurveyView, { words, reading }: ReportFrame): readonly Table[] {
  if (n === 0) return [];
  const { survey } = words;
  const written = new Written(reading);
  return [
    {
      ...{ kind: "table", title: survey.people, whenEmpty: survey.empty },
      columns: [
        { title: "", kind: "text", share: 1 },
        { title: "", kind: "text", share: 4 },
      ],
      rows: bands.map(({ band, counts }) => {
        const { name, options } = survey.questionnaire.bands[band];
        const named = options as Readonly<Record<string, string>>;
        const said = SURVEY_BANDS[band].map((value, at) => [named[value] ?? value, counts[at] ?? 0] as const);
        const unsaid = n - said.reduce((sum, [, count]) => sum + count, 0);
        const all = [...said, [survey.questionnaire.notSaid, unsaid] as const];
        const given = all.filter(([, count]) => count > 0);
        return [name, given.map(([words, count]) => `${words} ${written.count(count)}`).join(" · ")];
      }),
    },
  ];
}
