import { promisify } from "node:util";
import { deflate } from "node:zlib";
import {
  concatTransformationMatrix,
  drawObject,
  grayscale,
  PDFDocument,
  PDFRawStream,
  popGraphicsState,
  pushGraphicsState,
} from "@cantoo/pdf-lib";
import { CARD, DPI, ORIGIN_PX, RASTER } from "../geometry.ts";
import type { DrawnCard } from "./render.ts";

const POINTS_PER_MM = 72 / 25.4;
const POINTS_PER_PX = 72 / DPI;
const deflated = promisify(deflate);

/**
 * One page of exactly ID-1. The picture lies at its true size and the page's edge cuts the bleed. The bars are shapes in
 * DeviceGray 0: a CMYK device takes its black alone, and an RGB one 0,0,0 (poppler makes 35,31,32 of CMYK 0,0,0,1, which
 * a card printer would no longer take from the resin panel). The same card gives the same bytes: no date, no id.
 */
export async function cardPdf({ withoutBars, barcodes }: DrawnCard): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const pageHeight = CARD.heightMm * POINTS_PER_MM;
  const page = document.addPage([CARD.widthMm * POINTS_PER_MM, pageHeight]);

  const { context } = document;
  const dictionary = context.obj({
    Type: "XObject",
    Subtype: "Image",
    Width: RASTER.widthPx,
    Height: RASTER.heightPx,
    ColorSpace: "DeviceRGB",
    BitsPerComponent: 8,
    Filter: "FlateDecode",
  });
  const picture = context.register(PDFRawStream.of(dictionary, await deflated(rgb(withoutBars))));
  const name = page.node.newXObject("Card", picture);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(
      RASTER.widthPx * POINTS_PER_PX,
      0,
      0,
      RASTER.heightPx * POINTS_PER_PX,
      -ORIGIN_PX.x * POINTS_PER_PX,
      pageHeight - (RASTER.heightPx - ORIGIN_PX.y) * POINTS_PER_PX,
    ),
    drawObject(name),
    popGraphicsState(),
  );
  for (const bar of barcodes.flatMap((barcode) => barcode.bars)) {
    page.drawRectangle({
      x: (bar.x - ORIGIN_PX.x) * POINTS_PER_PX,
      y: pageHeight - (bar.y + bar.height - ORIGIN_PX.y) * POINTS_PER_PX,
      width: bar.width * POINTS_PER_PX,
      height: bar.height * POINTS_PER_PX,
      color: grayscale(0),
    });
  }
  return document.save({ useObjectStreams: false });
}

function rgb(rgba: Uint8ClampedArray): Uint8Array {
  const opaque = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    opaque[to] = rgba[from] ?? 0;
    opaque[to + 1] = rgba[from + 1] ?? 0;
    opaque[to + 2] = rgba[from + 2] ?? 0;
  }
  return opaque;
}
