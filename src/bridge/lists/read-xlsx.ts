import { TitianError } from "../../kernel/errors.ts";
import { type ListTable, MAX_ROWS, TableBuilder } from "./list-table.ts";
import { unpackedBytesOf } from "./zip-claims.ts";

/** Twenty thousand rows with forty columns are 40 MB of XML; a few kilobytes can unpack to gigabytes. */
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
/** Excel keeps fifteen digits: what a longer number ends in is lost. */
const LOSES_DIGITS = 1e15;

/** The first sheet of an Excel workbook. Rejects with `LIST_UNREADABLE`, `LIST_TOO_LONG` or `LIST_EMPTY`. */
export async function readXlsx(bytes: Uint8Array, signal: AbortSignal): Promise<ListTable> {
  const unpacked = unpackedBytesOf(bytes);
  if (unpacked === undefined) throw new TitianError("LIST_UNREADABLE");
  if (unpacked > MOST_UNPACKED_BYTES) throw new TitianError("LIST_TOO_LONG", { details: { most: MAX_ROWS } });
  // The one that unpacks from memory: it takes no more than the archive's list of files has announced.
  const { readSheet } = await import("read-excel-file/universal");
  const own = Uint8Array.from(bytes).buffer;
  const rows = await readSheet(own, { parseNumber: asWritten }).catch((cause: unknown) => {
    throw new TitianError("LIST_UNREADABLE", { cause });
  });
  signal.throwIfAborted();
  const builder = new TableBuilder();
  for (const row of rows) builder.add(row.map(asText));
  return builder.table;
}

/** A whole number in digits; one that has lost some in Excel's own `3.57801E+15`, so that nobody takes it for a number. */
function asWritten(written: string): string {
  const value = Number(written);
  return Number.isInteger(value) && Math.abs(value) < LOSES_DIGITS ? value.toFixed(0) : value.toExponential();
}

/** A formula is never evaluated: its cell holds what the spreadsheet program last made of it. */
function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
