import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD } from "../../../src/cards/geometry.ts";
import { cropMarks, foldMarks } from "../../../src/cards/sheets/crop-marks.ts";
import {
  backCells,
  cardsPerSheet,
  findLayout,
  frontCells,
  marginsOf,
  PAPERS,
  SHEET_LAYOUTS,
  sheetsOf,
} from "../../../src/cards/sheets/sheet-layout.ts";
import { TitianError } from "../../../src/kernel/errors.ts";

const round = (mm: number): number => Math.round(mm * 10) / 10;

describe("sheets of cards", () => {
  it.each([
    ["a4-10-one-cut", 19.4, 13.6],
    ["a4-10", 18.4, 9.6],
    ["a4-10-wide", 17.4, 5.6],
    ["a4-8", 17.4, 34.5],
    ["f4-10", 19.9, 22.1],
  ])("%s has the margins of the measured table", (name, xMm, yMm) => {
    const margins = marginsOf(findLayout(name));
    expect([margins.xMm, margins.yMm].map(round)).toEqual([xMm, yMm]);
  });

  it.each(SHEET_LAYOUTS)(
    "$name lies within its paper, bleed included, and no bleed lies on a neighbour",
    (layout) => {
      const { widthMm, heightMm } = PAPERS[layout.paper];
      expect(layout.bleedMm * 2).toBeLessThanOrEqual(layout.gutterMm + 1e-9);
      for (const { xMm, yMm } of frontCells(layout)) {
        expect(xMm - layout.bleedMm).toBeGreaterThan(0);
        expect(yMm - layout.bleedMm).toBeGreaterThan(0);
        expect(xMm + CARD.longMm + layout.bleedMm).toBeLessThan(widthMm);
        expect(yMm + CARD.shortMm + layout.bleedMm).toBeLessThan(heightMm);
      }
    },
  );

  it.each(SHEET_LAYOUTS)("$name has its crop marks outside all bleed, and two at every cut", (layout) => {
    const { bleedMm } = layout;
    for (const { from, to } of [...cropMarks(layout)]) {
      for (const { xMm, yMm } of frontCells(layout)) {
        const isBeside = (a: number, b: number, low: number, high: number): boolean =>
          Math.max(a, b) <= low - bleedMm || Math.min(a, b) >= high + bleedMm;
        const outsideX = isBeside(from.xMm, to.xMm, xMm, xMm + CARD.longMm);
        const outsideY = isBeside(from.yMm, to.yMm, yMm, yMm + CARD.shortMm);
        expect(outsideX || outsideY).toBe(true);
      }
    }
    const cutsAcross = layout.gutterMm === 0 ? layout.columns + 1 : layout.columns * 2;
    const cutsDown = layout.gutterMm === 0 ? layout.rows + 1 : layout.rows * 2;
    expect(cropMarks(layout)).toHaveLength(2 * (cutsAcross + cutsDown));
  });

  it("puts each back behind its front, whichever edge the printer turns the paper over", () => {
    for (const layout of SHEET_LAYOUTS) {
      const { widthMm, heightMm } = PAPERS[layout.paper];
      const fronts = frontCells(layout);
      for (const back of backCells(layout, "long-edge")) {
        const front = fronts[back.index]!;
        expect(back.xMm).toBeCloseTo(widthMm - front.xMm - CARD.longMm, 6);
        expect([back.yMm, back.isTurned]).toEqual([front.yMm, false]);
      }
      for (const back of backCells(layout, "short-edge")) {
        const front = fronts[back.index]!;
        expect(back.yMm).toBeCloseTo(heightMm - front.yMm - CARD.shortMm, 6);
        expect([back.xMm, back.isTurned]).toEqual([front.xMm, true]);
      }
    }
  });

  it("folds in the middle of the gutter", () => {
    const [mark] = foldMarks(findLayout("a4-10"));
    expect(mark!.from.xMm).toBeCloseTo(PAPERS.A4.widthMm / 2, 6);
    expect(cardsPerSheet(findLayout("a4-10"), "fold")).toBe(5);
  });

  it("loses and doubles no card, wherever it begins", () => {
    const layout = findLayout("a4-10");
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 9 }), (count, start) => {
        const cards = Array.from({ length: count }, (_, index) => index);
        const sheets = sheetsOf(cards, layout, "none", start);
        expect(sheets.flat().map(({ card }) => card)).toEqual(cards);
        for (const [index, sheet] of sheets.entries()) {
          const cells = sheet.map(({ cell }) => cell);
          expect(new Set(cells).size).toBe(cells.length);
          expect(Math.min(...cells)).toBe(index === 0 ? start : 0);
          expect(Math.max(...cells)).toBeLessThan(10);
        }
      }),
    );
  });

  it.each([-1, 10, 1.5])("refuses to begin at cell %s", (start) => {
    expect(() => sheetsOf([1], findLayout("a4-10"), "none", start)).toThrow(TitianError);
  });
});
