import { CARD } from "../geometry.ts";
import { frontCells, type SheetLayout } from "./sheet-layout.ts";

/** A thin line, mm from the paper's upper left corner. */
export interface Mark {
  readonly from: { readonly xMm: number; readonly yMm: number };
  readonly to: { readonly xMm: number; readonly yMm: number };
}

const LENGTH_MM = 3;
/** Room between a mark and the picture that reaches over the cut. */
const CLEAR_MM = 0.5;

/**
 * Marks in the margin at every cut, outside all bleed: a knife laid from mark to mark parts the cards and never meets ink that
 * was meant to be seen. Cuts that two neighbours share have one mark.
 */
export function cropMarks(layout: SheetLayout): readonly Mark[] {
  const cells = frontCells(layout);
  const xs = unique(cells.flatMap(({ xMm }) => [xMm, xMm + CARD.longMm]));
  const ys = unique(cells.flatMap(({ yMm }) => [yMm, yMm + CARD.shortMm]));
  const away = layout.bleedMm + CLEAR_MM;
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [
    ...xs.flatMap((xMm) => [
      { from: { xMm, yMm: top - away - LENGTH_MM }, to: { xMm, yMm: top - away } },
      { from: { xMm, yMm: bottom + away }, to: { xMm, yMm: bottom + away + LENGTH_MM } },
    ]),
    ...ys.flatMap((yMm) => [
      { from: { xMm: left - away - LENGTH_MM, yMm }, to: { xMm: left - away, yMm } },
      { from: { xMm: right + away, yMm }, to: { xMm: right + away + LENGTH_MM, yMm } },
    ]),
  ];
}

/** Where a sheet is folded so that backs come behind fronts: in the middle of the first gutter, above and below all rows. */
export function foldMarks(layout: SheetLayout): readonly Mark[] {
  const cells = frontCells(layout);
  const xMm = (cells[0]?.xMm ?? 0) + CARD.longMm + layout.gutterMm / 2;
  const [topMm, bottomMm] = [cells[0]?.yMm ?? 0, (cells.at(-1)?.yMm ?? 0) + CARD.shortMm];
  const away = layout.bleedMm + CLEAR_MM + LENGTH_MM + 1;
  return [
    { from: { xMm, yMm: topMm - away }, to: { xMm, yMm: topMm - CLEAR_MM } },
    { from: { xMm, yMm: bottomMm + CLEAR_MM }, to: { xMm, yMm: bottomMm + away } },
  ];
}

const unique = (lengths: readonly number[]): readonly number[] =>
  [...new Set(lengths.map((mm) => Math.round(mm * 1000) / 1000))].sort((a, b) => a - b);
