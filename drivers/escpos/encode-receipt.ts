import ReceiptPrinterEncoder from "@point-of-sale/receipt-printer-encoder";
import type { ReceiptLine } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Codepage, Cutter } from "./paper.ts";

/** Bars of 8 mm at 203 dpi. */
const BARCODE_DOTS = 64;

/** Lines fed so that the last one clears the cutter, or the tear bar. */
const FEED_LINES = 3;

export interface Paper {
  /** Characters a line. */
  readonly columns: number;
  readonly codepage?: Codepage;
  readonly cutter?: Cutter;
  readonly feedLines?: number;
}

/** ESC/POS, ended by a cut where there is a cutter. Throws `BAD_REQUEST` for a barcode that Code 128 cannot carry. */
export function encodeReceipt(lines: readonly ReceiptLine[], paper: Paper): Uint8Array {
  const { columns, codepage = "windows1252", cutter = "partial", feedLines = FEED_LINES } = paper;
  const encoder = new ReceiptPrinterEncoder({
    language: "esc-pos",
    columns,
    newline: "\n",
    feedBeforeCut: feedLines,
  });
  encoder.initialize().codepage(codepage);
  for (const line of lines) {
    if (line.kind === "rule") encoder.rule();
    else if (line.kind === "barcode") {
      encoder.align("center").barcode(checked(line.code128), "code128", { height: BARCODE_DOTS, text: true });
      encoder.align("left");
    } else {
      const size = line.size === "large" ? 2 : 1;
      encoder
        .align(line.align ?? "left")
        .size(size, size)
        .line(printable(line.text, codepage))
        .size(1, 1)
        .align("left");
    }
  }
  if (cutter === "none") encoder.newline(feedLines);
  else encoder.cut(cutter);
  return encoder.encode();
}

/**
 * Code set B, said by us, with braces doubled: the encoder takes a brace for an order to change the set, and prints `?`
 * for what Code 128 does not have. Nobody would notice before the scan fails.
 */
function checked(code128: string): string {
  if (!/^[\x20-\x7e]{1,60}$/.test(code128))
    throw new TitianError("BAD_REQUEST", { details: { at: "code128" } });
  return `{B${code128.replaceAll("{", "{{")}`;
}

/** Of the pages offered only Windows-1252 has typographers' quotes and dashes; the encoder would print `?`. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ "‘": "'", "’": "'", "“": '"', "”": '"' },
  ...{ "–": "-", "—": "-", "…": "...", "•": "*" },
};

/** A control character in a text would be a command to the printer. */
function printable(text: string, codepage: Codepage): string {
  const harmless = text.replace(/\p{Cc}/gu, " ");
  return codepage === "windows1252"
    ? harmless
    : harmless.replace(/[‘’“”–—…•]/g, (sign) => PLAIN[sign] ?? sign);
}
