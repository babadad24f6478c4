import { csvOf } from "../lists/spreadsheet-safe.ts";
import type { Reading, Table } from "./report.ts";
import { Written } from "./written.ts";

/** One table as Excel opens it in any country; durations as `m:ss`. */
export function tableCsv({ columns, rows, total }: Table, reading: Reading): Uint8Array {
  const written = new Written(reading);
  const lines = [...rows, ...(total ? [total] : [])].map((row) =>
    columns.map(({ kind }, index) => written.cell(kind, row[index] ?? null)),
  );
  return csvOf([columns.map(({ title }) => title), ...lines]);
}
