import { TitianError } from "../../kernel/errors.ts";
import { CARD } from "../geometry.ts";

/** Papers of an Indonesian office, mm. F4 (Folio) is the office paper; Letter comes with foreign printers. */
export const PAPERS = {
  A4: { widthMm: 210, heightMm: 297 },
  F4: { widthMm: 215, heightMm: 330 },
  Letter: { widthMm: 215.9, heightMm: 279.4 },
} as const;
export type Paper = keyof typeof PAPERS;

/** How the back gets onto the same card. `fold`: front and back side by side, folded once, no second pass. */
export const BACKS = ["none", "long-edge", "short-edge", "fold"] as const;
export type Backs = (typeof BACKS)[number];

export interface SheetLayout {
  readonly name: string;
  readonly paper: Paper;
  readonly columns: number;
  readonly rows: number;
  /** Room between cards, mm; 0: neighbours share one cut. */
  readonly gutterMm: number;
  /** How far a card's picture reaches over its cut line, mm. At most half of the gutter, or it would lie on the neighbour. */
  readonly bleedMm: number;
  /** Blank cards lie in it and nothing is cut: marks would land on the tray. Where its slots are, only calibration tells. */
  readonly isTray?: true;
}

/** Grids that fit and what they cost (facts/cards.md 2). The first is the default. */
export const SHEET_LAYOUTS: readonly SheetLayout[] = [
  { name: "a4-10", paper: "A4", columns: 2, rows: 5, gutterMm: 2, bleedMm: 1 },
  { name: "a4-10-one-cut", paper: "A4", columns: 2, rows: 5, gutterMm: 0, bleedMm: 0 },
  { name: "a4-10-wide", paper: "A4", columns: 2, rows: 5, gutterMm: 4, bleedMm: 2 },
  { name: "a4-8", paper: "A4", columns: 2, rows: 4, gutterMm: 4, bleedMm: 2 },
  { name: "f4-10", paper: "F4", columns: 2, rows: 5, gutterMm: 4, bleedMm: 2 },
  { name: "letter-8", paper: "Letter", columns: 2, rows: 4, gutterMm: 4, bleedMm: 2 },
  // Inkjets of the Epson L805 and L8050 kind take two cards a pass, and their driver takes the tray for a sheet of A4.
  { name: "tray-2", paper: "A4", columns: 1, rows: 2, gutterMm: 10, bleedMm: 0.5, isTray: true },
];

/** Where one card's upper left corner lies, mm from the paper's upper left corner. Cells count from 0, row by row. */
export interface Cell {
  readonly index: number;
  readonly xMm: number;
  readonly yMm: number;
  /** The card lies head down: what a printer that turns over the short edge makes of an upright back. */
  readonly isTurned: boolean;
}

export function findLayout(name: string): SheetLayout {
  const layout = SHEET_LAYOUTS.find((one) => one.name === name);
  if (!layout) throw new TitianError("SHEET_LAYOUT_UNKNOWN", { details: { layout: name.slice(0, 60) } });
  return layout;
}

/** What one calibration of a printer holds for: a paper, whatever grid is on it, or one tray. */
export const mediumOf = ({ name, paper, isTray }: SheetLayout): string => (isTray ? name : paper);

/** The grid stands in the middle of the paper. */
export function marginsOf({ paper, columns, rows, gutterMm }: SheetLayout): { xMm: number; yMm: number } {
  const { widthMm, heightMm } = PAPERS[paper];
  return {
    xMm: (widthMm - columns * CARD.longMm - (columns - 1) * gutterMm) / 2,
    yMm: (heightMm - rows * CARD.shortMm - (rows - 1) * gutterMm) / 2,
  };
}

/** Every cell of the front, in reading order. */
export function frontCells(layout: SheetLayout): readonly Cell[] {
  const { columns, rows } = layout;
  return Array.from({ length: columns * rows }, (_, index) =>
    cellAt(layout, index, index % columns, Math.floor(index / columns)),
  );
}

/** Where the back of each front cell has to be printed so that it lies behind it once the sheet is turned. */
export function backCells(layout: SheetLayout, backs: "long-edge" | "short-edge"): readonly Cell[] {
  const { columns, rows } = layout;
  return frontCells(layout).map(({ index }) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    return backs === "long-edge"
      ? cellAt(layout, index, columns - 1 - column, row)
      : { ...cellAt(layout, index, column, rows - 1 - row), isTurned: true };
  });
}

function cellAt(layout: SheetLayout, index: number, column: number, row: number): Cell {
  const { xMm, yMm } = marginsOf(layout);
  return {
    index,
    xMm: xMm + column * (CARD.longMm + layout.gutterMm),
    yMm: yMm + row * (CARD.shortMm + layout.gutterMm),
    isTurned: false,
  };
}

/** Cards per sheet: folded, front and back take the two cells of a row. */
export const cardsPerSheet = ({ columns, rows }: SheetLayout, backs: Backs): number =>
  backs === "fold" ? rows * Math.floor(columns / 2) : rows * columns;

/** How cards fall onto sheets when the first sheet is partly used: `startCell` counts from 0. */
export function sheetsOf<T>(
  cards: readonly T[],
  layout: SheetLayout,
  backs: Backs,
  startCell = 0,
): readonly (readonly { readonly cell: number; readonly card: T }[])[] {
  const room = cardsPerSheet(layout, backs);
  if (!Number.isInteger(startCell) || startCell < 0 || startCell >= room)
    throw new TitianError("BAD_REQUEST", { details: { at: "/startCell", most: room - 1 } });
  const placed = cards.map((card, index) => ({ cell: (startCell + index) % room, card }));
  const firstEnds = room - startCell;
  const count = Math.ceil((startCell + cards.length) / room);
  return Array.from({ length: count }, (_, sheet) =>
    placed.slice(sheet === 0 ? 0 : firstEnds + (sheet - 1) * room, firstEnds + sheet * room),
  ).filter((cards) => cards.length > 0);
}
