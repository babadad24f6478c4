import type { ReceiptLine } from "../../devices/index.ts";
import type { TestPrintFacts } from "./test-print.ts";

/** Longer than any paper is wide: its first row ends where the printer's line does. */
const RULER_COLUMNS = 64;

/** What a receipt printer is tested with: letters, width and barcode. Printed matter is Indonesian. */
export function testPageLines({ deskTitle, device, at, timeZone }: TestPrintFacts): readonly ReceiptLine[] {
  const when = new Intl.DateTimeFormat("id-ID", { timeZone, dateStyle: "long", timeStyle: "short" });
  return [
    { kind: "text", text: "UJI CETAK", size: "large", align: "center" },
    { kind: "text", text: deskTitle, align: "center" },
    { kind: "text", text: device, align: "center" },
    { kind: "text", text: when.format(at), align: "center" },
    { kind: "rule" },
    { kind: "text", text: "Huruf: é ü ’ –" },
    { kind: "text", text: "Jika huruf di atas salah, ganti codepage." },
    { kind: "rule" },
    { kind: "text", text: ruler(RULER_COLUMNS) },
    {
      kind: "text",
      text: "Baris pertama penggaris harus berakhir tepat di tepi kertas. Jika tidak, ubah columns.",
    },
    { kind: "barcode", code128: "TITIAN-TEST" },
    { kind: "text", text: "Pindai kode ini: harus terbaca TITIAN-TEST.", align: "center" },
  ];
}

/** `----5---10---15`: each number ends at its own column. */
function ruler(columns: number): string {
  const marks = Array.from({ length: Math.floor(columns / 5) }, (_, index) => `${5 * (index + 1)}`);
  return marks.map((mark) => mark.padStart(5, "-")).join("");
}
