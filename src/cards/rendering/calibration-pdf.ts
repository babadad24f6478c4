import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "@cantoo/pdf-lib";
import { CROSSES, type PrinterProfile, type Shift, TRUE_TO_SIZE } from "../sheets/calibration.ts";
import { type Backs, PAPERS, type SheetLayout } from "../sheets/sheet-layout.ts";
import { backShift, correctedPage, drawMark, drawWords, frontShift } from "./paper-page.ts";

export interface CalibrationPage {
  readonly layout: SheetLayout;
  /** With a back, a second page that is held against the light. */
  readonly backs: Backs;
  /** Left out: as the printer does it by itself. */
  readonly profile?: PrinterProfile;
  /** For the person with the ruler; Latin letters only. */
  readonly lines: readonly string[];
}

const LINE_PT = 0.4;
const ARM_MM = 8;
const RULER_MM = 100;
/** A tray's grid: close enough to be read at a card's edge, wide enough to bear numbers. */
const GRID_MM = 5;

/** What is measured with a ruler; for a tray, what is read off the cards themselves. */
export async function calibrationPdf({
  layout,
  backs,
  profile = TRUE_TO_SIZE,
  lines,
}: CalibrationPage): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const onPaper = (shift: Shift, draw: (page: PDFPage) => void): Promise<void> =>
    correctedPage(document, layout.paper, profile, { shift, draw });
  if (layout.isTray) {
    await onPaper(frontShift(profile), (page) => drawGrid(page, font, layout));
    return document.save({ useObjectStreams: false });
  }
  await onPaper(frontShift(profile), (page) => {
    for (const [name, at] of crosses()) drawCross(page, font, name, at);
    drawRuler(page, font);
    lines.forEach((text, index) => {
      drawWords(page, font, { text, at: { xMm: 45, yMm: 80 + 8 * index }, size: 11 });
    });
  });
  if (backs === "long-edge" || backs === "short-edge") {
    const { widthMm, heightMm } = PAPERS[layout.paper];
    await onPaper(backShift(profile), (page) => {
      for (const [name, { xMm, yMm }] of crosses()) {
        const behind = backs === "long-edge" ? { xMm: widthMm - xMm, yMm } : { xMm, yMm: heightMm - yMm };
        drawCross(page, font, name, behind);
      }
    });
  }
  return document.save({ useObjectStreams: false });
}

function crosses(): readonly (readonly [name: string, at: Shift])[] {
  const { leftMm, rightMm, topMm, bottomMm } = CROSSES;
  return [
    ["A", { xMm: leftMm, yMm: topMm }],
    ["B", { xMm: rightMm, yMm: topMm }],
    ["C", { xMm: leftMm, yMm: bottomMm }],
  ];
}

function drawCross(page: PDFPage, font: PDFFont, name: string, { xMm, yMm }: Shift): void {
  const line = (from: Shift, to: Shift): void => drawMark(page, { from, to }, LINE_PT);
  line({ xMm: xMm - ARM_MM, yMm }, { xMm: xMm + ARM_MM, yMm });
  line({ xMm, yMm: yMm - ARM_MM }, { xMm, yMm: yMm + ARM_MM });
  drawWords(page, font, { text: name, at: { xMm: xMm + 2, yMm: yMm - 2 }, size: 14 });
}

function drawRuler(page: PDFPage, font: PDFFont): void {
  const [left, base] = [55, 220];
  for (let mm = 0; mm <= RULER_MM; mm += 1) {
    const reach = mm % 10 === 0 ? 6 : mm % 5 === 0 ? 4 : 2;
    const [xMm, yMm] = [left + mm, base];
    drawMark(page, { from: { xMm, yMm }, to: { xMm, yMm: yMm - reach } }, LINE_PT);
    if (mm % 10 === 0) drawWords(page, font, { text: `${mm}`, at: { xMm: xMm - 2, yMm: base + 4 }, size: 8 });
  }
}

/** The page's own millimetres, all over it: wherever a card lies, its edges cut through numbers. */
function drawGrid(page: PDFPage, font: PDFFont, { paper }: SheetLayout): void {
  const { widthMm, heightMm } = PAPERS[paper];
  for (let xMm = 0; xMm <= widthMm; xMm += GRID_MM)
    drawMark(page, { from: { xMm, yMm: 0 }, to: { xMm, yMm: heightMm } }, xMm % 10 === 0 ? 0.6 : 0.2);
  for (let yMm = 0; yMm <= heightMm; yMm += GRID_MM)
    drawMark(page, { from: { xMm: 0, yMm }, to: { xMm: widthMm, yMm } }, yMm % 10 === 0 ? 0.6 : 0.2);
  for (let xMm = 0; xMm < widthMm; xMm += 10)
    for (let yMm = 0; yMm < heightMm; yMm += 10) {
      drawWords(page, font, { text: `x${xMm}`, at: { xMm: xMm + 0.4, yMm: yMm + 3 }, size: 6 });
      drawWords(page, font, { text: `y${yMm}`, at: { xMm: xMm + 0.4, yMm: yMm + 8 }, size: 6 });
    }
}
