import { type LocalDate, localDate } from "../../../kernel/types.ts";
import type { CaseKind, Channel, StepKey } from "../../../sla/case-event.ts";
import type { Block, Cell, Column, Report } from "../report.ts";
import { dayText, Written } from "../written.ts";
import { framed, periodText, type ReportFrame, signaturesOf } from "./report-frame.ts";

/** One case as the paper book has it. Number and name are read when the book is printed, and kept nowhere. */
export interface RegisterEntry {
  /** The ticket, or where there was no queue the beginning of the service. */
  readonly openedAt: Date;
  /** Undefined where there was no queue. */
  readonly queueMs: number | undefined;
  readonly memberNo: string | undefined;
  readonly fullName: string | undefined;
  readonly kind: CaseKind;
  readonly channel: Channel;
  readonly readyAt: Date | undefined;
  readonly takenAt: Date | undefined;
  /** Undefined until the card is handed over. */
  readonly phoneConfirmed: boolean | undefined;
  readonly corrections: readonly Correction[];
}

/** A step's time as a person put it right. */
interface Correction {
  readonly step: StepKey;
  readonly from: Date;
  readonly to: Date;
  readonly by: string | undefined;
  readonly why: string;
}

/** A day of the book. */
export interface RegisterDay {
  readonly day: LocalDate;
  readonly entries: readonly RegisterEntry[];
  /** Applicants who left without a card because the standard or their papers did not allow one. */
  readonly notServed: number;
}

const KINDS: readonly Column["kind"][] = [
  ...(["count", "time", "text", "text", "text", "text", "time", "time", "text", "signature"] as const),
];
// `Perpanjangan` is one word, also on a day with a queue.
const SHARES = [1.1, 1.6, 2.9, 4, 3.2, 2.3, 1.6, 2, 1.9, 3.4];
/** The wait stands beside the time of arrival. */
const AFTER_ARRIVAL = 2;
/** Room for a pen. */
const ROW_MM = 9;

/** In place of the book in which cards are signed for. The only report that names members. */
export function registerReport(registered: RegisterDay, frame: ReportFrame): Report {
  const { day, entries } = registered;
  const { title, cases, head, queue, yes, no, empty } = frame.words.register;
  const when = (at: Date | undefined): Cell => (at ? timeOrDay(at, day, frame) : null);
  const answer = (is: boolean | undefined): string => (is === undefined ? "" : is ? yes : no);
  const columns = head.map((name, index): Column => {
    return { title: name, kind: KINDS[index] ?? "text", share: SHARES[index] ?? 1 };
  });
  const rows = entries.map((entry, index): Cell[] => [
    ...[index + 1, entry.openedAt, entry.memberNo ?? null, entry.fullName ?? null],
    ...[frame.words.kinds[entry.kind], frame.words.channels[entry.channel]],
    ...[when(entry.readyAt), when(entry.takenAt), answer(entry.phoneConfirmed), null],
  ]);
  // A desk without a queue keeps the room for names.
  if (entries.some(({ queueMs }) => queueMs !== undefined)) {
    columns.splice(AFTER_ARRIVAL, 0, { title: queue, kind: "duration", share: 1.4 });
    for (const [index, { queueMs }] of entries.entries())
      rows[index]?.splice(AFTER_ARRIVAL, 0, queueMs ?? null);
  }
  return framed(frame, {
    ...{ name: `register-${day}`, title, subtitle: periodText({ from: day, to: day }, frame.reading) },
    blocks: [
      { ...{ kind: "table", title: cases, whenEmpty: empty, rowMm: ROW_MM }, columns, rows },
      ...corrections(entries, frame),
      ...apart(registered, frame),
      signaturesOf(frame),
    ],
  });
}

/** A card promised in a working day is often ready, and more often fetched, on another: then the day is written too. */
function timeOrDay(at: Date, day: LocalDate, { reading }: ReportFrame): Cell {
  const own = localDate(at, reading.timeZone);
  if (own === day) return at;
  const date = dayText(own, reading.language, { day: "numeric", month: "short" });
  return `${date} ${new Written(reading).time("time", at)}`;
}

/** Who put which time right and why: whoever signs the page sees that it was done. */
function corrections(entries: readonly RegisterEntry[], { words }: ReportFrame): readonly Block[] {
  const rows = entries.flatMap((entry, index) =>
    entry.corrections.map(({ step, from, to, by, why }) => [
      ...[index + 1, words.steps[step], from, to, by ?? null, why],
    ]),
  );
  if (rows.length === 0) return [];
  const { corrections: title, correctionHead, empty } = words.register;
  const kinds = ["count", "text", "time", "time", "text", "text"] as const;
  const shares = [1.1, 3, 1.6, 1.6, 3, 7];
  const columns = correctionHead.map((head, index) => ({
    ...{ title: head, kind: kinds[index] ?? "text", share: shares[index] ?? 1 },
  }));
  return [{ kind: "table", title, whenEmpty: empty, columns, rows }];
}

function apart({ notServed }: RegisterDay, { words, reading }: ReportFrame): readonly Block[] {
  if (notServed === 0) return [];
  const { notServedTitle: title, notServed: says } = words.register;
  return [{ kind: "note", title, text: says(new Written(reading).count(notServed)) }];
}
