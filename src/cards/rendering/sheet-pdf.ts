import {
  concatTransformationMatrix,
  grayscale,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
} from "@cantoo/pdf-lib";
import { CARD } from "../geometry.ts";
import { type PrinterProfile, TRUE_TO_SIZE } from "../sheets/calibration.ts";
import { cropMarks, foldMarks, type Mark } from "../sheets/crop-marks.ts";
import {
  type Backs,
  backCells,
  type Cell,
  frontCells,
  PAPERS,
  type SheetLayout,
} from "../sheets/sheet-layout.ts";
import { embedSide, type Lie, POINTS_PER_MM, placeSide } from "./pdf.ts";
import type { DrawnSide } from "./render.ts";

/** A card on its sheet: its drawn front, and its back where it has one. */
export interface PlacedCard {
  /** Counts from 0 in reading order; folded, every card takes a whole row. */
  readonly cell: number;
  readonly front: DrawnSide;
  readonly back: DrawnSide | undefined;
}

export interface Sheet {
  readonly layout: SheetLayout;
  readonly backs: Backs;
  readonly cards: readonly PlacedCard[];
  /** In the margin, for the person with the knife: a job id and `2/5`. No name. */
  readonly label: string;
  readonly profile?: PrinterProfile;
}

const RULER_MM = 100;
const HAIR_PT = 0.25;

/**
 * One sheet of cards as a document: a page, or two for a printer that turns the paper over. One sheet is one document, so that
 * a thousand cards need the memory of ten and a jam is resumed at its sheet.
 */
export async function sheetPdf(sheet: Sheet): Promise<Uint8Array> {
  const { layout, backs, cards } = sheet;
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const { offsetXMm, offsetYMm, backOffsetXMm, backOffsetYMm } = sheet.profile ?? TRUE_TO_SIZE;

  const fronts = frontCells(layout);
  await addPage(
    document,
    font,
    sheet,
    { xMm: offsetXMm, yMm: offsetYMm },
    cards.flatMap((card) =>
      backs === "fold" ? folded(card, fronts, layout) : at(card.front, fronts[card.cell]),
    ),
  );
  if ((backs === "long-edge" || backs === "short-edge") && cards.some(({ back }) => back)) {
    const behind = backCells(layout, backs);
    const shift = { xMm: offsetXMm + backOffsetXMm, yMm: offsetYMm + backOffsetYMm };
    await addPage(
      document,
      font,
      sheet,
      shift,
      cards.flatMap(({ cell, back }) => at(back, behind[cell])),
    );
  }
  return document.save({ useObjectStreams: false });
}

type Placed = readonly { readonly side: DrawnSide; readonly cell: Cell }[];

const at = (side: DrawnSide | undefined, cell: Cell | undefined): Placed =>
  side && cell ? [{ side, cell }] : [];

/** Front on the left, back on the right of the fold. */
function folded({ cell, front, back }: PlacedCard, cells: readonly Cell[], { columns }: SheetLayout): Placed {
  const left = cell * columns;
  return [...at(front, cells[left]), ...at(back, cells[left + 1])];
}

async function addPage(
  document: PDFDocument,
  font: PDFFont,
  { layout, backs, label, profile = TRUE_TO_SIZE }: Sheet,
  shift: { readonly xMm: number; readonly yMm: number },
  placed: Placed,
): Promise<void> {
  const { widthMm, heightMm } = PAPERS[layout.paper];
  const page = document.addPage([widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM]);
  page.pushOperators(pushGraphicsState(), correcting(page, profile, shift));
  for (const { side, cell } of placed) {
    placeSide(page, side, await embedSide(document, side), { ...cell, lie: lieOf(side, cell) });
  }
  drawMargin(page, font, layout, backs === "fold" ? foldMarks(layout) : [], label);
  page.pushOperators(popGraphicsState());
}

/** Cells lie on their side: an upright card has its top where a landscape card has its left edge. */
function lieOf({ surface }: DrawnSide, { isTurned }: Cell): Lie {
  if (surface.orientation === "landscape") return isTurned ? "turned" : "upright";
  return isTurned ? "right" : "left";
}

/** From the paper's upper left corner, as a person measures: PDF counts from the lower left. */
function correcting(
  page: PDFPage,
  { scaleX, scaleY }: PrinterProfile,
  shift: { readonly xMm: number; readonly yMm: number },
) {
  const height = page.getHeight();
  return concatTransformationMatrix(
    ...([scaleX, 0, 0, scaleY] as const),
    ...([shift.xMm * POINTS_PER_MM, height - height * scaleY - shift.yMm * POINTS_PER_MM] as const),
  );
}

/** Crop marks, what this sheet is, and a ruler that shows at once when a print dialog has scaled the page. */
function drawMargin(
  page: PDFPage,
  font: PDFFont,
  layout: SheetLayout,
  folds: readonly Mark[],
  label: string,
): void {
  const height = page.getHeight();
  const line = ({ from, to }: Mark): void =>
    page.drawLine({
      start: { x: from.xMm * POINTS_PER_MM, y: height - from.yMm * POINTS_PER_MM },
      end: { x: to.xMm * POINTS_PER_MM, y: height - to.yMm * POINTS_PER_MM },
      thickness: HAIR_PT,
      color: grayscale(0),
    });
  for (const mark of [...cropMarks(layout), ...folds]) line(mark);
  const cells = frontCells(layout);
  const leftMm = cells[0]?.xMm ?? 0;
  const bottomMm = (cells.at(-1)?.yMm ?? 0) + CARD.shortMm;
  const yMm = bottomMm + layout.bleedMm + 2.2;
  line({ from: { xMm: leftMm + 2, yMm }, to: { xMm: leftMm + 2 + RULER_MM, yMm } });
  for (let mm = 0; mm <= RULER_MM; mm += 10)
    line({ from: { xMm: leftMm + 2 + mm, yMm: yMm - 0.8 }, to: { xMm: leftMm + 2 + mm, yMm } });
  const words = { size: 5.5, font, color: grayscale(0) };
  const baseline = height - (yMm + 0.3) * POINTS_PER_MM;
  page.drawText(`ukur: harus ${RULER_MM} mm`, {
    ...words,
    x: (leftMm + RULER_MM + 4) * POINTS_PER_MM,
    y: baseline,
  });
  page.drawText(label, { ...words, x: (leftMm + RULER_MM + 30) * POINTS_PER_MM, y: baseline });
}
