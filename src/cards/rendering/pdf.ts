import { promisify } from "node:util";
import { deflate } from "node:zlib";
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  grayscale,
  PDFDocument,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
} from "@cantoo/pdf-lib";
import { POINTS_PER_MM } from "../geometry.ts";
import type { DrawnSide } from "./render.ts";

const deflated = promisify(deflate);

/**
 * One page of exactly ID-1 for each side. The picture lies at its true size and the page's edge cuts the bleed. The bars are
 * shapes in DeviceGray 0: a CMYK device takes its black alone, and an RGB one 0,0,0 (poppler makes 35,31,32 of CMYK 0,0,0,1,
 * which a card printer would no longer take from the resin panel). The same card gives the same bytes: no date, no id.
 */
export async function cardPdf(sides: readonly DrawnSide[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const side of sides) {
    const { widthMm, heightMm } = side.surface;
    const page = document.addPage([widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM]);
    placeSide(page, side, await embedSide(document, side), { xMm: 0, yMm: 0 });
    // Shown and printed as the head lays it down.
    if (side.surface.orientation === "portrait") page.setRotation(degrees(270));
  }
  return document.save({ useObjectStreams: false });
}

/** The side's picture in the document, without its codes. */
export async function embedSide(
  document: PDFDocument,
  { withoutCodes, surface }: DrawnSide,
): Promise<PDFRef> {
  const { context } = document;
  const dictionary = context.obj({
    Type: "XObject",
    Subtype: "Image",
    Width: surface.widthPx,
    Height: surface.heightPx,
    ColorSpace: "DeviceRGB",
    BitsPerComponent: 8,
    Filter: "FlateDecode",
  });
  return context.register(PDFRawStream.of(dictionary, await deflated(rgb(withoutCodes))));
}

/** How a card lies: `upright` as it is held; `turned` head down; `left` and `right` with its top there. */
export type Lie = "upright" | "turned" | "left" | "right";

/**
 * Puts a side on a page with the upper left corner of what it takes up at `xMm`, `yMm` from the page's upper left corner. Its
 * bleed reaches over that.
 */
export function placeSide(
  page: PDFPage,
  { surface, codes }: DrawnSide,
  picture: PDFRef,
  { xMm, yMm, lie = "upright" }: { readonly xMm: number; readonly yMm: number; readonly lie?: Lie },
): void {
  const { widthPx, heightPx, originPx, dpi } = surface;
  const pointsPerPx = 72 / dpi;
  const [width, height] = [surface.widthMm * POINTS_PER_MM, surface.heightMm * POINTS_PER_MM];
  const [x, y] = [xMm * POINTS_PER_MM, page.getHeight() - yMm * POINTS_PER_MM];
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...LIES[lie](x, y, width, height)));

  // From here on the origin is the card's own lower left corner.
  const [left, top] = [-originPx.x * pointsPerPx, height + originPx.y * pointsPerPx];
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(
      ...([widthPx * pointsPerPx, 0, 0, heightPx * pointsPerPx] as const),
      ...([left, top - heightPx * pointsPerPx] as const),
    ),
    drawObject(page.node.newXObject("Card", picture)),
    popGraphicsState(),
  );
  for (const bar of codes.flatMap(({ bars }) => bars)) {
    page.drawRectangle({
      x: left + bar.x * pointsPerPx,
      y: top - (bar.y + bar.height) * pointsPerPx,
      width: bar.width * pointsPerPx,
      height: bar.height * pointsPerPx,
      color: grayscale(0),
    });
  }
  page.pushOperators(popGraphicsState());
}

type Matrix = readonly [number, number, number, number, number, number];

/** `x`, `y`: the upper left corner in points from the page's lower left; `width`, `height`: the card's own. */
const LIES: Readonly<Record<Lie, (x: number, y: number, width: number, height: number) => Matrix>> = {
  upright: (x, y, _, height) => [1, 0, 0, 1, x, y - height],
  turned: (x, y, width) => [-1, 0, 0, -1, x + width, y],
  left: (x, y, width, height) => [0, 1, -1, 0, x + height, y - width],
  right: (x, y) => [0, -1, 1, 0, x, y],
};

function rgb(rgba: Uint8ClampedArray): Uint8Array {
  const opaque = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    opaque[to] = rgba[from] ?? 0;
    opaque[to + 1] = rgba[from + 1] ?? 0;
    opaque[to + 2] = rgba[from + 2] ?? 0;
  }
  return opaque;
}
