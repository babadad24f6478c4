import ReceiptPrinterEncoder from "@point-of-sale/receipt-printer-encoder";
import type { ReceiptLine } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** Bars of 8 mm at 203 dpi. */
const BARCODE_DOTS = 64;

/** ESC/POS, ended by a cut. Throws `BAD_REQUEST` for a barcode that Code 128 cannot carry. */
export function encodeReceipt(lines: readonly ReceiptLine[], columns: number): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: "esc-pos",
    columns,
    newline: "\n",
    feedBeforeCut: 3,
  });
  encoder.initialize().codepage("windows1252");
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
        .line(printable(line.text))
        .size(1, 1)
        .align("left");
    }
  }
  return encoder.cut("partial").encode();
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

/** A control character in a text would be a command to the printer. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, " ");
}
