import { decodeText } from "./decode-text.ts";
import type { ListTable } from "./list-table.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";

/** An XLSX is a ZIP archive, and no text begins like one. */
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;

/** A file from outside, by its bytes and not by its name. Rejects with `LIST_UNREADABLE`, `LIST_TOO_LONG` or `LIST_EMPTY`. */
export function readList(bytes: Uint8Array, signal: AbortSignal): Promise<ListTable> {
  return ZIP.every((byte, index) => bytes[index] === byte)
    ? readXlsx(bytes, signal)
    : readCsv(decodeText(bytes), signal);
}
