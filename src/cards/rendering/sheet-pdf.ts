import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "@cantoo/pdf-lib";
import { CARD } from "../geometry.ts";
import { type PrinterProfile, type Shift, TRUE_TO_SIZE } from "../sheets/calibration.ts";
import { cropMarks, foldMarks, type Mark } from "../sheets/crop-marks.ts";
import { type Backs, backCells, type Cell, frontCells, type SheetLayout } from "../sheets/sheet-layout.ts";
import { backShift, correctedPage, drawMark, drawWords, frontShift } from "./paper-page.ts";
import { embedSide, type Lie, placeSide } from "./pdf.ts";
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
  /** A tray's: how far each slot is from its cell. */
  readonly slots?: readonly Shift[];
}

const RULER_MM = 100;
const HAIR_PT = 0.25;
const WORDS_PT = 5.5;

/**
 * One sheet of cards as a document: a page, or two for a printer that turns the paper over. One sheet is one document, so that
 * a thousand cards need the memory of ten and a jam is resumed at its sheet.
 */
export async function sheetPdf(sheet: Sheet): Promise<Uint8Array> {
  const { layout, backs, cards } = sheet;
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const profile = sheet.profile ?? TRUE_TO_SIZE;

  const fronts = frontCells(layout);
  await addPage(
    document,
    font,
    sheet,
    frontShift(profile),
    cards.flatMap((card) =>
      backs === "fold" ? folded(card, fronts, layout) : at(card.front, fronts[card.cell]),
    ),
  );
  if ((backs === "long-edge" || backs === "short-edge") && cards.some(({ back }) => back)) {
    const behind = backCells(layout, backs);
    await addPage(
      document,
      font,
      sheet,
      backShift(profile),
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
  { layout, backs, label, profile = TRUE_TO_SIZE, slots = [] }: Sheet,
  shift: Shift,
  placed: Placed,
): Promise<void> {
  await correctedPage(document, layout.paper, profile, {
    shift,
    draw: async (page) => {
      for (const { side, cell } of placed) {
        const { xMm, yMm } = slots[cell.index] ?? { xMm: 0, yMm: 0 };
        const at = { xMm: cell.xMm + xMm, yMm: cell.yMm + yMm, lie: lieOf(side, cell) };
        placeSide(page, side, await embedSide(document, side), at);
      }
      if (!layout.isTray) drawMargin(page, font, layout, backs === "fold" ? foldMarks(layout) : [], label);
    },
  });
}

/** Cells lie on their side: an upright card has its top where a landscape card has its left edge. */
function lieOf({ surface }: DrawnSide, { isTurned }: Cell): Lie {
  if (surface.orientation === "landscape") return isTurned ? "turned" : "upright";
  return isTurned ? "right" : "left";
}

/** Crop marks, what this sheet is, and a ruler that shows at once when a print dialog has scaled the page. */
function drawMargin(
  page: PDFPage,
  font: PDFFont,
  layout: SheetLayout,
  folds: readonly Mark[],
  label: string,
): void {
  const line = (mark: Mark): void => drawMark(page, mark, HAIR_PT);
  for (const mark of [...cropMarks(layout), ...folds]) line(mark);
  const cells = frontCells(layout);
  const leftMm = cells[0]?.xMm ?? 0;
  const bottomMm = (cells.at(-1)?.yMm ?? 0) + CARD.shortMm;
  const yMm = bottomMm + layout.bleedMm + 2.2;
  line({ from: { xMm: leftMm + 2, yMm }, to: { xMm: leftMm + 2 + RULER_MM, yMm } });
  for (let mm = 0; mm <= RULER_MM; mm += 10)
    line({ from: { xMm: leftMm + 2 + mm, yMm: yMm - 0.8 }, to: { xMm: leftMm + 2 + mm, yMm } });
  const besideRuler = (text: string, awayMm: number): void =>
    drawWords(page, font, { text, at: { xMm: leftMm + RULER_MM + awayMm, yMm: yMm + 0.3 }, size: WORDS_PT });
  besideRuler(`ukur: harus ${RULER_MM} mm`, 4);
  besideRuler(label, 30);
}
