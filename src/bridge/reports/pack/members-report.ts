import {
  AGE_BANDS,
  BEFORE,
  MEMBER_PARTS,
  type MemberCount,
  type MemberCounts,
  type MemberPart,
  UNDATED,
} from "../../../inlislite/member-counts.ts";
import type { LocalDate } from "../../../kernel/types.ts";
import type { PunctualityView } from "../../protocol/punctuality-shapes.ts";
import type { Block, Report, Row, Table } from "../report.ts";
import { dayText, Written } from "../written.ts";
import { framed, monthsOf, type Period, periodText, type ReportFrame, signaturesOf } from "./report-frame.ts";

/** What the report is made of. */
export interface CountedMembers {
  /** Undefined while INLISLite is out of reach. */
  readonly counts: MemberCounts | undefined;
  /** The day on which everybody's age was taken. */
  readonly ageOn: LocalDate;
  /** Cases of this desk that ended in the period. */
  readonly served: Pick<PunctualityView, "kinds" | "summary">;
}

/** Members by month of registration, sex, age and type, and the cards served. Numbers only; what is not known is never a zero. */
export function membersReport(members: CountedMembers, period: Period, frame: ReportFrame): Report {
  const { words, reading } = frame;
  const { counts, ageOn, served } = members;
  const said = words.members;
  const undated = counts ? sum(counts.type ?? [], ({ month }) => month === UNDATED) : 0;
  const how = [
    said.how(dayText(ageOn, reading.language, { dateStyle: "long" })),
    ...(undated > 0 ? [said.undated(new Written(reading).count(undated))] : []),
  ];
  return framed(frame, {
    ...{ name: `anggota-${period.from}-${period.to}`, title: said.title },
    subtitle: periodText(period, reading),
    blocks: [
      headline(members, frame),
      ...(counts
        ? MEMBER_PARTS.map((part) => table(part, counts[part], period, frame))
        : [lacking(said.title, said.away, said.awayNote)]),
      kinds(served, frame),
      ...(counts ? [{ kind: "note", title: words.punctuality.how, text: how.join(" ") } as const] : []),
      signaturesOf(frame),
    ],
  });
}

/** In place of figures, and so in every form of the report: a workbook has no notes. */
const lacking = (title: string, head: string, why: string): Table => ({
  ...{ kind: "table", title, whenEmpty: why },
  columns: [{ title: head, kind: "text", share: 1 }],
  rows: [[why]],
});

function headline({ counts, served }: CountedMembers, { words, reading }: ReportFrame): Block {
  const { registered, all, served: cards, away } = words.members;
  const written = new Written(reading);
  const everybody = counts?.type;
  const count = (of: (count: MemberCount) => boolean): string =>
    everybody ? written.count(sum(everybody, of)) : "–";
  return {
    kind: "headline",
    main: { value: count(isNew), says: everybody ? registered : away },
    others: [
      { value: count(() => true), says: all },
      { value: written.count(served.summary.n), says: cards },
    ],
  };
}

const isNew = ({ month }: MemberCount): boolean => month !== BEFORE && month !== UNDATED;

const sum = (counts: readonly MemberCount[], of: (count: MemberCount) => boolean): number =>
  counts.reduce((total, count) => (of(count) ? total + count.n : total), 0);

/** A row for each value, a column for each month; what was not filled in comes last. */
function table(
  part: MemberPart,
  counts: readonly MemberCount[] | undefined,
  period: Period,
  { words, reading }: ReportFrame,
): Table {
  const said = words.members;
  // Of one month alone the new ones say it.
  const all = monthsOf(period);
  const months = all.length > 1 ? all : [];
  const { title, head } = said.parts[part];
  if (counts === undefined) return lacking(title, head, said.notGranted);
  const row = (name: string, own: readonly MemberCount[]): Row => [
    name,
    ...months.map((month) => sum(own, (count) => count.month === month)),
    sum(own, isNew),
    sum(own, () => true),
  ];
  const columns = [
    ...months.map((month) => dayText(`${month}-15`, reading.language, { month: "short" })),
    ...[said.newOnes, said.together],
  ];
  return {
    ...{ kind: "table", title, whenEmpty: said.empty },
    columns: [
      { title: head, kind: "text", share: 3 },
      ...columns.map((name) => ({ title: name, kind: "count", share: 1 }) as const),
    ],
    rows: namedValues(part, counts, said).flatMap(([value, name]) => {
      const own = counts.filter((count) => count.value === value);
      // Whoever filled everything in needs no row that says so.
      return value === undefined && own.length === 0 ? [] : [row(name, own)];
    }),
    total: row(said.together, counts),
  };
}

function namedValues(
  part: MemberPart,
  counts: readonly MemberCount[],
  { sexes, ages, notFilledIn }: ReportFrame["words"]["members"],
): readonly (readonly [value: string | undefined, name: string])[] {
  const rest = [undefined, notFilledIn] as const;
  if (part === "sex") return [["male", sexes.male], ["female", sexes.female], rest];
  if (part === "age") return [...AGE_BANDS.map((band) => [band, ages[band]] as const), rest];
  const names = new Set(counts.flatMap(({ value }) => value ?? []));
  return [...[...names].sort((a, b) => a.localeCompare(b, "id")).map((name) => [name, name] as const), rest];
}

function kinds({ kinds: served, summary }: CountedMembers["served"], { words }: ReportFrame): Table {
  const { byKind, kindHead, together } = words.members;
  return {
    ...{ kind: "table", title: byKind, whenEmpty: words.punctuality.empty },
    columns: kindHead.map((title, index) => ({
      ...{ title, kind: index === 0 ? "text" : "count", share: index === 0 ? 3 : 1 },
    })),
    rows: served.map(({ kind, summary: { n } }) => [words.kinds[kind], n]),
    ...(served.length > 1 ? { total: [together, summary.n] } : {}),
  };
}
