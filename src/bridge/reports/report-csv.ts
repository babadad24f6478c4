import { csvOf } from "../lists/spreadsheet-safe.ts";
import { besideTables } from "./beside-tables.ts";
import type { Reading, Report, Table } from "./report.ts";
import { Written } from "./written.ts";

/** Every table of a report below the last, then what stands beside them, as Excel opens it in any country; durations as `m:ss`. */
export function reportCsv(report: Report, reading: Reading): Uint8Array {
  const written = new Written(reading);
  const beside = besideTables(report, reading);
  const tables = [...report.blocks.filter((block) => block.kind === "table"), ...(beside ? [beside] : [])];
  return csvOf(
    tables.flatMap((table, index) => [
      ...(index > 0 ? [[]] : []),
      ...linesOf(table, written, tables.length > 1),
    ]),
  );
}

function linesOf({ title, columns, rows, total }: Table, written: Written, isTitled: boolean): string[][] {
  const lines = [...rows, ...(total ? [total] : [])].map((row) =>
    columns.map(({ kind }, index) => written.cell(kind, row[index] ?? null)),
  );
  return [...(isTitled ? [[title]] : []), columns.map((column) => column.title), ...lines];
}
