import type { Box, Orientation } from "../geometry.ts";
import type { Layer, Side } from "../template.ts";
import { BLEED_MM, filled, text } from "./text-layers.ts";

export const INK = "#1a1a1a";

/** Where the column of type, number and photo begins on layout 1, mm. */
export const RIGHT_COLUMN = 60.6;

/**
 * The library's own picture at its true size: 1004 × 638 px are 85.0 × 54.0 mm, in the middle of the card and never stretched.
 * Under it lies the same picture, a little larger, so that the 0.3 mm beside it and the bleed have its colours. Where the library
 * has not given it yet, a plain card with the library's name shows instead: the picture covers it. `head`: how much of the
 * card's width that name may have; `none` where the layout writes it itself.
 */
export function background(
  asset: string,
  orientation: Orientation = "landscape",
  head: "wide" | "left" | "none" = "wide",
): readonly Layer[] {
  const [width, height] = orientation === "landscape" ? [85.6, 53.98] : [53.98, 85.6];
  const [trueWidth, trueHeight] = orientation === "landscape" ? [85, 54] : [54, 85];
  const headHeight = orientation === "landscape" ? 11.6 : 16;
  const over: Box = {
    ...{ x: -BLEED_MM, y: -BLEED_MM },
    ...{ width: width + 2 * BLEED_MM, height: height + 2 * BLEED_MM },
  };
  const trueSize: Box = {
    ...{ x: (width - trueWidth) / 2, y: (height - trueHeight) / 2 },
    ...{ width: trueWidth, height: trueHeight },
  };
  const nameWidth = head === "left" ? RIGHT_COLUMN - 6 : width - 8;
  const name = text({ x: 4, y: 3, width: nameWidth, height: headHeight - 4 }, [3.6, 2.2], {
    ...{ content: [{ bind: "libraryName" }], colour: "#ffffff", weight: 700, align: "center", maxLines: 2 },
  });
  const band: Layer = { kind: "rect", box: { ...over, height: headHeight + BLEED_MM }, fill: "#2a5b8c" };
  return [
    filled("#eef3f8", { width, height }),
    ...(head === "none" ? [] : [band, name]),
    { kind: "image", asset, box: over, fit: "cover" },
    { kind: "image", asset, box: trueSize, fit: "cover" },
  ];
}

/** INLISLite's photos have a white edge. Where there is none, neither has the card. */
export function framedPhoto({ x, y, width, height }: Box): readonly Layer[] {
  const edge = 0.7;
  return [
    {
      ...{ kind: "rect", when: { photo: true }, fill: "#ffffff" },
      box: { x: x - edge, y: y - edge, width: width + 2 * edge, height: height + 2 * edge },
    },
    { kind: "photo", when: { photo: true }, box: { x, y, width, height } },
  ];
}

/**
 * INLISLite prints Code 39, or Code 93 on paper, without light beside it. Here it is Code 128 on its own white: every scanner
 * that reads the old cards reads it, and a number of sixteen digits fits.
 */
export function bars(box: Box, barsHeight: number): Layer {
  return { kind: "barcode", box, radius: 0.8, barsTop: (box.height - barsHeight) / 2, barsHeight };
}

/** The other side of each layout: the library's second picture and its own words. */
export const back: Side = {
  layers: [
    ...background("background-back"),
    text({ x: 5, y: 14, width: 75.6, height: 34 }, [2.7, 1.7], {
      ...{ when: { has: "terms" }, content: [{ bind: "terms" }], colour: INK, maxLines: 10 },
    }),
  ],
};
