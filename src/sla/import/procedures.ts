import type { Channel } from "../case-event.ts";
import type { DraftProcedure } from "./imported.ts";
import { namedIn } from "./performer.ts";
import { lettersOf, type SectionedLine } from "./sections.ts";
import { type ReadStep, type ReadTable, stepOfLine, tableIn } from "./steps.ts";

/** A numbered list, with the line above it that names it. */
interface List {
  readonly title: SectionedLine | undefined;
  readonly items: readonly SectionedLine[];
}

export interface ReadProcedures {
  readonly procedures: readonly DraftProcedure[];
  /** Of the procedure that is timed, or else of the first one. */
  readonly main: readonly ReadStep[];
  readonly table: ReadTable | undefined;
  /** Steps that only the words under the table name. */
  readonly extra: readonly ReadStep[];
  readonly online: readonly ReadStep[];
  /** Numbered lines that became no step and say nothing that a step says already: the numbers may have begun again. */
  readonly leftOut: readonly SectionedLine[];
  readonly performerColumns: readonly string[];
  readonly strayHeading: SectionedLine | undefined;
  readonly chartTitle: SectionedLine | undefined;
  readonly onlineTitle: SectionedLine | undefined;
  readonly counterTitle: SectionedLine | undefined;
}

const CAPITALS = /^[^\p{Ll}]*\p{Lu}{3,}[^\p{Ll}]*$/u;
const OF_A_LIBRARY = /perpustakaan|anggota|kartu|pustaka|langsung|online|kepala|nip/i;
const ONLINE = /\bonline\b|\bdaring\b/i;

/** How a card is made: the timed table or list where there is one, what is only told in words beside it. */
export function readProcedures(
  lines: readonly SectionedLine[],
  channels: readonly Channel[],
): ReadProcedures {
  const own = lines.filter(
    ({ section, isHeading }) => !isHeading && (section === "procedure" || section === "time"),
  );
  const table = tableIn(own);
  const lists = listsIn(own.filter((line) => !table?.lines.includes(line)));
  const onlineList = lists.find(({ title }) => title && ONLINE.test(title.text)) ?? lists.find(isOnlineTail);
  const rest = lists.filter((list) => list !== onlineList);
  const narrative = rest.flatMap(({ items }) => items);
  const main = table ? withPerformers(table.steps, narrative) : mainSteps(rest);
  const extra = table ? extraSteps(main, rest) : [];
  const online = onlineList && (table || main.length > 0) ? onlineSteps(onlineList) : [];
  const capitals = own.filter(
    ({ text, ordinal }) => ordinal === undefined && !text.includes("\t") && CAPITALS.test(text),
  );
  const firstStep = main[0]?.line.number ?? 0;
  const strayHeading = capitals.find(
    ({ text, number }) => number < firstStep && !OF_A_LIBRARY.test(text) && !/www\.|@/i.test(text),
  );
  const tableLine = table?.lines[0]?.number ?? 0;
  const isTimed = main.some(({ target }) => target !== null);
  const counter: readonly Channel[] = online.length > 0 ? ["in-person"] : channels;
  const procedures: readonly DraftProcedure[] = [
    procedure({
      id: table ? "mutu-baku" : isTimed ? "timed" : "procedure",
      ...{ channels: counter, steps: main, isTimed, strayHeading, table },
    }),
    ...(extra.length > 0 ? [procedure({ id: "narrative", channels: counter, steps: extra })] : []),
    ...(online.length > 0 ? [procedure({ id: "online", channels: ["online"], steps: online })] : []),
  ];
  return {
    ...{ procedures, main, table, extra, online, strayHeading },
    leftOut: own.filter(
      (line) => line.ordinal !== undefined && !isTold(line, [...main, ...extra, ...online]),
    ),
    performerColumns: table?.performerColumns ?? [],
    chartTitle: capitals.findLast(
      ({ number, text }) => table !== undefined && number < tableLine && OF_A_LIBRARY.test(text),
    ),
    onlineTitle: onlineList?.title,
    counterTitle: rest.findLast(({ title }) => title !== undefined && online.length > 0)?.title,
  };
}

function procedure(parts: {
  readonly id: string;
  readonly channels: readonly Channel[];
  readonly steps: readonly ReadStep[];
  readonly isTimed?: boolean;
  readonly strayHeading?: SectionedLine | undefined;
  readonly table?: ReadTable | undefined;
}): DraftProcedure {
  const { id, channels, steps, isTimed = false, strayHeading, table } = parts;
  return {
    ...{ id, channels, kinds: [], isTimed, isAuthoritative: isTimed },
    section: steps[0]?.line.section === "time" ? "Waktu Penyelesaian" : "Sistem, Mekanisme dan Prosedur",
    strayHeading: strayHeading?.text ?? null,
    ...{ startRow: table?.start ?? null, endRow: table?.end ?? null },
    steps: steps.map(({ line: _line, read: _read, ...step }) => step),
    ...{ texts: [], note: null, cites: [] },
  };
}

function listsIn(lines: readonly SectionedLine[]): readonly List[] {
  const lists: { title: SectionedLine | undefined; items: SectionedLine[] }[] = [];
  let above: SectionedLine | undefined;
  for (const line of lines) {
    const current = lists.at(-1);
    const follows =
      current && line.ordinal !== undefined && line.ordinal === (current.items.at(-1)?.ordinal ?? 0) + 1;
    if (follows && above === undefined) current.items.push(line);
    else if (line.ordinal === 1) lists.push({ title: above, items: [line] });
    else if (follows) current.items.push(line);
    above = line.ordinal === undefined ? line : undefined;
  }
  return lists.filter(({ items }) => items.length > 1);
}

/** Items 10 to 14 of one long list go on with the service by way of the internet. */
const isOnlineTail = ({ items }: List): boolean =>
  items.some(({ text }) => /^layanan\b.*\bonline\b/i.test(text));

/** A timed list before one without times; the one under the time before the one under the procedure. */
function mainSteps(lists: readonly List[]): readonly ReadStep[] {
  const read = lists.map(({ items }) =>
    items.map((line, index) => stepOfLine(line, line.ordinal ?? index + 1)),
  );
  const isTimed = (steps: readonly ReadStep[]): boolean => steps.some(({ target }) => target !== null);
  const ofTime = (steps: readonly ReadStep[]): boolean => steps[0]?.line.section === "time";
  const isWork = (steps: readonly ReadStep[]): boolean =>
    steps.filter(({ key }) => key !== null).length * 2 > steps.length;
  return (
    read.find(isTimed) ??
    read.find((steps) => ofTime(steps) && isWork(steps)) ??
    read.find(isWork) ??
    read[0] ??
    []
  );
}

/** The table leaves its performers' cells empty: the same words further down say who does it. */
function withPerformers(
  steps: readonly ReadStep[],
  narrative: readonly SectionedLine[],
): readonly ReadStep[] {
  return steps.map((step) => {
    if (step.performer.basis !== "inferred") return step;
    const told = narrative.find(
      ({ text }) => isSameStep(step.text, text) && namedOf(text).role !== undefined,
    );
    const { role } = namedOf(told?.text ?? "");
    if (!told || role === undefined) return step;
    return { ...step, performer: { role, basis: `from the narrative (line ${told.number})` } };
  });
}

/** `Layanan Pembuatan KTA Pemustaka Mengisi form`: the heading ran into the first item. */
const namedOf = (text: string) => namedIn(text.replace(/^layanan\b.*?(?=\bpemustaka\b|\bpetugas\b)/i, ""));

const isTold = (line: SectionedLine, steps: readonly ReadStep[]): boolean =>
  steps.some((step) => step.line.number === line.number || isSameStep(step.text, line.text));

function isSameStep(step: string, told: string): boolean {
  const words = lettersOf(step).split(" ").slice(0, 3).join(" ");
  return lettersOf(namedOf(told).rest).startsWith(words);
}

/** What the first list in words has beyond the table's rows, up to where the online service begins. */
function extraSteps(main: readonly ReadStep[], lists: readonly List[]): readonly ReadStep[] {
  const [list] = lists;
  const items = list?.items ?? [];
  const end = items.findIndex(({ text }) => /^layanan\b.*\bonline\b/i.test(text));
  return items
    .slice(0, end === -1 ? items.length : end)
    .filter(({ text }) => !main.some((step) => isSameStep(step.text, text)))
    .map((line) => ({ ...stepOfLine(line, line.ordinal ?? 0), isOptional: true }));
}

function onlineSteps({ items }: List): readonly ReadStep[] {
  const from = items.findIndex(({ text }) => /^layanan\b.*\bonline\b/i.test(text));
  return items.slice(Math.max(from, 0)).map((line, index) => {
    const text = line.text.replace(/^layanan\b.*?(?=\bpemustaka\b|\bpetugas\b)/i, "");
    return stepOfLine({ ...line, text }, index + 1);
  });
}
