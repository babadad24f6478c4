import { PDFDocument, rgb, StandardFonts } from "@cantoo/pdf-lib";

export interface TestSheet {
  /** A device id and a time: no person's name. */
  readonly lines: readonly string[];
}

const MM = 72 / 25.4;
/** ISO 216. F4 and Letter show the same page with a wider edge. */
const A4 = { width: 210 * MM, height: 297 * MM };
const RULER_MM = 100;
const INK = rgb(0.12, 0.11, 0.09);

/** One A4 page with a ruler of exactly 100 mm and a frame 10 mm from the edge: what scales or shifts shows at once. */
export async function testSheetPdf({ lines }: TestSheet): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([A4.width, A4.height]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.drawRectangle({
    ...{ x: 10 * MM, y: 10 * MM, width: A4.width - 20 * MM, height: A4.height - 20 * MM },
    ...{ borderColor: INK, borderWidth: 0.5 },
  });
  lines.forEach((line, index) => {
    page.drawText(line, { x: 20 * MM, y: A4.height - (30 + 7 * index) * MM, size: 12, font, color: INK });
  });
  const left = (A4.width - RULER_MM * MM) / 2;
  const base = 140 * MM;
  for (let mm = 0; mm <= RULER_MM; mm++) {
    const height = mm % 10 === 0 ? 8 : mm % 5 === 0 ? 5 : 3;
    const x = left + mm * MM;
    page.drawLine({ start: { x, y: base }, end: { x, y: base + height * MM }, thickness: 0.4, color: INK });
    if (mm % 10 === 0) page.drawText(`${mm}`, { x: x - 5, y: base - 12, size: 9, font, color: INK });
  }
  page.drawText("ukur: harus 100 mm", { x: left, y: base - 28, size: 11, font, color: INK });
  return document.save();
}
