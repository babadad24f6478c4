import {
  concatTransformationMatrix,
  grayscale,
  type PDFDocument,
  type PDFFont,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from "@cantoo/pdf-lib";
import { POINTS_PER_MM } from "../geometry.ts";
import type { PrinterProfile, Shift } from "../sheets/calibration.ts";
import type { Mark } from "../sheets/crop-marks.ts";
import { PAPERS, type Paper } from "../sheets/sheet-layout.ts";

/** A page of that paper on which everything that `draw` puts is corrected for the printer. */
export async function correctedPage(
  document: PDFDocument,
  paper: Paper,
  profile: PrinterProfile,
  { shift, draw }: { readonly shift: Shift; readonly draw: (page: PDFPage) => void | Promise<void> },
): Promise<void> {
  const { widthMm, heightMm } = PAPERS[paper];
  const page = document.addPage([widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM]);
  page.pushOperators(pushGraphicsState(), correcting(page, profile, shift));
  await draw(page);
  page.pushOperators(popGraphicsState());
}

/** The front's shift, and with it the back's own. */
export const frontShift = ({ offsetXMm, offsetYMm }: PrinterProfile): Shift => ({
  xMm: offsetXMm,
  yMm: offsetYMm,
});
export const backShift = ({ offsetXMm, offsetYMm, backOffsetXMm, backOffsetYMm }: PrinterProfile): Shift => ({
  xMm: offsetXMm + backOffsetXMm,
  yMm: offsetYMm + backOffsetYMm,
});

/** A line of `thickness` points. */
export function drawMark(page: PDFPage, { from, to }: Mark, thickness: number): void {
  const height = page.getHeight();
  page.drawLine({
    start: { x: from.xMm * POINTS_PER_MM, y: height - from.yMm * POINTS_PER_MM },
    end: { x: to.xMm * POINTS_PER_MM, y: height - to.yMm * POINTS_PER_MM },
    thickness,
    color: grayscale(0),
  });
}

/** Words in black with their baseline at `at`, mm from the upper left corner. */
export function drawWords(
  page: PDFPage,
  font: PDFFont,
  { text, at, size }: { readonly text: string; readonly at: Shift; readonly size: number },
): void {
  const y = page.getHeight() - at.yMm * POINTS_PER_MM;
  page.drawText(text, { x: at.xMm * POINTS_PER_MM, y, size, font, color: grayscale(0) });
}

/** From the paper's upper left corner, as a person measures: PDF counts from the lower left. */
function correcting(page: PDFPage, { scaleX, scaleY }: PrinterProfile, shift: Shift) {
  const height = page.getHeight();
  return concatTransformationMatrix(
    ...([scaleX, 0, 0, scaleY] as const),
    ...([shift.xMm * POINTS_PER_MM, height - height * scaleY - shift.yMm * POINTS_PER_MM] as const),
  );
}
