import type { StepKey } from "../case-event.ts";
import type { StepTarget, TableRow } from "../standard.ts";
import { durationIn, durationsIn, plainDuration, type ReadDuration } from "./duration.ts";
import { namedIn, performerOf } from "./performer.ts";
import type { SectionedLine } from "./sections.ts";
import { partsOf, stepKeyOf } from "./step-key.ts";

/** A step as published; `key` is null where its words are not known. */
export interface ReadStep extends Omit<StepTarget, "key"> {
  readonly key: StepKey | null;
  readonly line: SectionedLine;
  readonly read: ReadDuration | undefined;
}

export interface ReadTable {
  readonly steps: readonly ReadStep[];
  readonly start: TableRow | null;
  readonly end: TableRow | null;
  readonly performerColumns: readonly string[];
  readonly lines: readonly SectionedLine[];
}

interface Cells {
  readonly text: string;
  readonly flow?: string | undefined;
  readonly inputs?: string | undefined;
  readonly duration?: string | undefined;
  readonly output?: string | undefined;
  readonly remark?: string | undefined;
}

const AS_NEEDED = /sesuai (?:dengan )?kebutuhan|kondisional|as needed/i;
const CONDITIONAL = /\bapabila\b|\bjika ada\b|\bbila ada\b|\/\s*tanpa revisi/i;

/** In front of a time at the end of a line: `: 3 menit`, `, 5 s/d 10 menit`, `..... 1 menit`. */
const SET_APART = /\s*(?:[:;,–-]|\.{2,}|\s\.|…)\s*$/;

/** A step in a list: `4.Melakukan pemotretan (5 menit)`, `Mengecek data: 3 menit`, `Petugas mengecek data`. */
export function stepOfLine(line: SectionedLine, seq: number): ReadStep {
  const apart = setApart(line.text);
  if (apart) return toStep(line, seq, apart);
  const inBrackets = /\s*\(([^()]*)\)\s*$/.exec(line.text);
  const bracket = inBrackets?.[0].trim();
  const isTime = bracket !== undefined && (durationIn(bracket) !== undefined || AS_NEEDED.test(bracket));
  const text = isTime ? line.text.slice(0, inBrackets?.index).trim() : line.text;
  return toStep(line, seq, { text, duration: isTime ? bracket : undefined });
}

/** A step and its time where it is the only one in the line and stands at its end. */
function setApart(text: string): { readonly text: string; readonly duration: string } | undefined {
  const [read, another] = durationsIn(text);
  if (!read || another || !text.endsWith(read.text)) return undefined;
  const before = text.slice(0, text.length - read.text.length);
  return SET_APART.test(before) ? { text: before.replace(SET_APART, ""), duration: read.text } : undefined;
}

function toStep(line: SectionedLine, seq: number, cells: Cells): ReadStep {
  const { text, duration = "", remark } = cells;
  const read = durationIn(duration);
  const named = namedIn(remark ?? "").role;
  const words = namedIn(text);
  const key = stepKeyOf({
    text: words.rest.toLowerCase(),
    isApplicant: (words.role ?? named) === "applicant",
  });
  const isConditional = CONDITIONAL.test(text) || CONDITIONAL.test(remark ?? "");
  return {
    ...{ line, seq, key, text, read },
    performer: performerOf(text, remark, key),
    target: read ? plainDuration(read) : null,
    targetKind: read ? "fixed" : AS_NEEDED.test(duration) ? "as-needed" : "none",
    isConditional,
    condition: isConditional ? (remark ?? text) : null,
    isOptional: false,
    splitInto: partsOf(key),
    order: null,
    inputs: listIn(cells.inputs),
    output: listIn(cells.output)[0] ?? null,
    flow: cells.flow ?? null,
    checks: [],
    note: remark ?? null,
    cites: [{ line: line.number, quote: null }],
  };
}

/** `1. Kamera 2. Nomor anggota dicatat` in one cell are two things. */
function listIn(cell = ""): readonly string[] {
  const parts = cell.split(/(?:^|\s)\d{1,2}\.\s+/).map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

const NUMBER = /^\d{1,2}$/;
const START = /^mulai$/i;
const END = /^selesai$/i;

/** The table of a standard procedure, copied with tabs between its cells; undefined where there is none. */
export function tableIn(lines: readonly SectionedLine[]): ReadTable | undefined {
  const headAt = lines.findIndex(({ text }) => text.includes("\t") && /uraian|kegiatan/i.test(text));
  const head = lines[headAt];
  if (!head) return undefined;
  const below = lines[headAt + 1];
  const subHead = below?.text.includes("\t") && !NUMBER.test(cellsOf(below)[0] ?? "") ? below : undefined;
  const columns = columnsOf(cellsOf(head), subHead ? cellsOf(subHead) : []);
  const rows = lines
    .slice(headAt + (subHead ? 2 : 1))
    .filter(({ text }) => NUMBER.test(text.split("\t")[0] ?? ""));
  const read = rows.map((row) => readRow(row, columns));
  return {
    steps: read.flatMap(({ step }) => step ?? []),
    start: read.find(({ mark }) => mark && START.test(mark.text))?.mark ?? null,
    end: read.find(({ mark }) => mark && END.test(mark.text))?.mark ?? null,
    performerColumns: columns.performers.length > 1 ? columns.performers.map(({ name }) => name) : [],
    lines: [head, ...(subHead ? [subHead] : []), ...rows],
  };
}

interface Columns {
  readonly text: number;
  readonly performers: readonly { readonly at: number; readonly name: string }[];
  readonly inputs: number;
  readonly duration: number;
  readonly output: number;
  readonly remark: number;
}

const cellsOf = ({ text }: SectionedLine): readonly string[] => text.split("\t").map((cell) => cell.trim());

/** The upper head names groups, which go on over empty cells; the lower one names the columns in them. */
function columnsOf(upper: readonly string[], lower: readonly string[]): Columns {
  const width = Math.max(upper.length, lower.length);
  let group = "";
  const names = Array.from({ length: width }, (_, at) => {
    group = upper[at] || group;
    return { at, group, name: lower[at] || upper[at] || "" };
  });
  const find = (pattern: RegExp): number => names.findIndex(({ name }) => pattern.test(name));
  return {
    text: find(/uraian|kegiatan/i),
    performers: names.filter((one) => /pelaksana/i.test(one.group) && (lower[one.at] ?? "") !== ""),
    inputs: find(/kelengkapan/i),
    duration: find(/waktu|durasi/i),
    output: find(/output|hasil/i),
    remark: find(/^ket/i),
  };
}

function readRow(line: SectionedLine, columns: Columns): { step?: ReadStep; mark?: TableRow } {
  const cells = cellsOf(line);
  const seq = Number(cells[0]);
  const mark = cells.find((cell) => START.test(cell) || END.test(cell));
  if (mark !== undefined) return { mark: { seq, text: mark } };
  const at = (index: number): string | undefined => cells[index] || undefined;
  const flow = columns.performers.map((column) => at(column.at)).filter((cell) => cell !== undefined);
  const read: Cells = {
    text: at(columns.text) ?? "",
    flow: flow[0],
    ...{ inputs: at(columns.inputs), duration: at(columns.duration) },
    ...{ output: at(columns.output), remark: at(columns.remark) },
  };
  return { step: toStep(line, seq, read) };
}
