import { Zone } from "../../sla/zone.ts";
import { besideTables } from "./beside-tables.ts";
import type { Cell, CellKind, Column, Reading, Report, Table } from "./report.ts";
import { shownMs } from "./written.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Excel takes no longer name of a sheet, and none of these signs in it. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
/** As Excel writes them for readers in Indonesia; `[m]` counts minutes beyond the hour, `[h]` hours beyond the day. */
const FORMATS: Partial<Readonly<Record<CellKind, string>>> = {
  count: "#,##0",
  decimal: "0.00",
  percent: '0.0" %"',
  duration: "[m]:ss",
  span: "[h]:mm",
  date: "d mmm yyyy",
  time: "hh:mm",
  moment: "d mmm yyyy hh:mm",
};
/** Said outright: without it bold text falls back to another face in LibreOffice. */
const FACE = { fontFamily: "Arial", fontSize: 10 } as const;
/** Characters. */
const NARROWEST = 9;
const WIDEST = 48;

type XlsxCell = {
  readonly value?: string | number | Date;
  readonly type?: StringConstructor | NumberConstructor | DateConstructor;
  readonly format?: string;
  readonly fontWeight?: "bold";
  readonly wrap?: boolean;
  readonly align?: "left" | "right";
};

/**
 * A sheet for each table, and one for what stands beside them. Text is written as text whatever it begins with, so an operator called `=cmd()` is a name and no
 * formula; durations are Excel's own, so that they can be summed.
 */
export async function reportXlsx(report: Report, reading: Reading): Promise<Uint8Array> {
  // With the first report: a desk that makes none needs no zip writer.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const zone = new Zone(reading.timeZone);
  const beside = besideTables(report, reading);
  const tables = [...report.blocks.filter((block) => block.kind === "table"), ...(beside ? [beside] : [])];
  const names = sheetNames(tables);
  const sheets = tables.map((table, index) => ({
    data: [...headOf(report), ...rowsOf(table, zone)],
    sheet: names[index] ?? "",
    columns: table.columns.map((column, at) => ({ width: widthOf(column, table, at) })),
    stickyRowsCount: headOf(report).length + 1,
    orientation: "landscape" as const,
  }));
  return writeXlsxFile(sheets, FACE).toBuffer();
}

const headOf = ({ institution, title, subtitle }: Report): XlsxCell[][] => [
  [{ value: institution.name, type: String, fontWeight: "bold" }],
  [{ value: `${title}, ${subtitle}`, type: String }],
  [],
];

function rowsOf({ columns, rows, total, whenEmpty }: Table, zone: Zone): XlsxCell[][] {
  const head = columns.map(
    ({ title, kind }): XlsxCell => ({
      ...{ value: title, type: String, fontWeight: "bold", wrap: true },
      align: isAmount(kind) ? "right" : "left",
    }),
  );
  const body = rows.map((row) => columns.map(({ kind }, index) => xlsxCell(kind, row[index] ?? null, zone)));
  const sum = total && columns.map(({ kind }, index) => bold(xlsxCell(kind, total[index] ?? null, zone)));
  const empty = rows.length === 0 ? [[{ value: whenEmpty, type: String }]] : [];
  return [head, ...body, ...empty, ...(sum ? [sum] : [])];
}

function xlsxCell(kind: CellKind, cell: Cell, zone: Zone): XlsxCell {
  if (cell === null || cell === "") return {};
  if (typeof cell === "string") return { value: cell, type: String };
  const format = FORMATS[kind];
  const how = format === undefined ? {} : { format };
  if (cell instanceof Date) return { value: onTheWall(cell, zone), type: Date, ...how };
  const value = kind === "duration" || kind === "span" ? shownMs(kind, cell) / DAY_MS : cell;
  return { value, type: Number, ...how };
}

/** Excel knows no zones: it is given the library's wall clock in the fields of UTC. */
function onTheWall(instant: Date, zone: Zone): Date {
  const { date, minutes } = zone.localOf(instant);
  return new Date(Date.parse(date) + minutes * MINUTE_MS);
}

const bold = (cell: XlsxCell): XlsxCell =>
  cell.value === undefined ? cell : { ...cell, fontWeight: "bold" };
const isAmount = (kind: CellKind): boolean =>
  ["count", "decimal", "percent", "duration", "span"].includes(kind);

function widthOf({ title }: Column, { rows, total = [] }: Table, at: number): number {
  // The sum's name first: only so many cells are looked at.
  const texts = [total, ...rows].map((row) => row[at]).filter((cell) => typeof cell === "string");
  const longest = Math.max(title.length, ...texts.slice(0, 200).map(({ length }) => length)) + 2;
  return Math.min(WIDEST, Math.max(NARROWEST, longest));
}

/** Unlike each other and such that Excel takes them. */
function sheetNames(tables: readonly Table[]): readonly string[] {
  const taken = new Set<string>();
  return tables.map(({ title }) => {
    const plain = title.replaceAll(NOT_IN_NAMES, " ").slice(0, LONGEST_NAME).trim() || "Tabel";
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, LONGEST_NAME - 4)} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}
