import { type Canvas, createCanvas, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";
import { type Box, ORIGIN_PX, PX_PER_MM, RASTER } from "../geometry.ts";
import type { CardContent } from "../print-job.ts";
import { type Drawn, layOut } from "../scene.ts";
import { needsPhoto, type Template } from "../template.ts";
import type { Measure } from "../text-fit.ts";
import { type PlacedBarcode, placeBarcode } from "./barcode.ts";
import { fontOf } from "./fonts.ts";
import { drawCovering } from "./photo.ts";
import { decodePicture } from "./picture.ts";

export interface DrawnCard {
  readonly canvas: Canvas;
  /** Everything but the bars, which a document carries as shapes: RGBA, row by row. */
  readonly withoutBars: Uint8ClampedArray;
  readonly barcodes: readonly PlacedBarcode[];
}

/** Paints one card side at the head's own resolution. Rejects with `PHOTO_MISSING` or `MEMBER_NO_…`. */
export async function drawCard(
  template: Template,
  content: CardContent,
  measure: Measure,
): Promise<DrawnCard> {
  if (needsPhoto(template) && !content.photo) throw new TitianError("PHOTO_MISSING");
  const photo = needsPhoto(template) && content.photo ? await decodePicture(content.photo) : undefined;

  const canvas = createCanvas(RASTER.widthPx, RASTER.heightPx);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, RASTER.widthPx, RASTER.heightPx);

  const barcodes: PlacedBarcode[] = [];
  for (const item of layOut(template, content, measure)) {
    if (item.kind === "photo" && photo) {
      context.save();
      context.clip(rounded(toPx(item.box), (item.radius ?? 0) * PX_PER_MM));
      drawCovering(context, photo, { x: 0, y: 0, width: photo.width, height: photo.height }, toPx(item.box));
      context.restore();
    } else if (item.kind === "barcode") {
      const placed = placeBarcode(item.memberNo, item);
      context.fillStyle = "#ffffff";
      context.fill(rounded(placed.ground, (item.radius ?? 0) * PX_PER_MM));
      barcodes.push(placed);
    } else {
      paint(context, item);
    }
  }
  const withoutBars = context.getImageData(0, 0, RASTER.widthPx, RASTER.heightPx).data;

  // Last, so that nothing lies over them; pure black, so that a card printer takes its resin panel.
  context.fillStyle = "#000000";
  for (const { x, y, width, height } of barcodes.flatMap((placed) => placed.bars)) {
    context.fillRect(x, y, width, height);
  }
  return { canvas, withoutBars, barcodes };
}

function paint(context: SKRSContext2D, item: Drawn): void {
  context.save();
  if (item.kind === "rect") {
    context.fillStyle = item.fill;
    context.fill(rounded(toPx(item.box), (item.radius ?? 0) * PX_PER_MM));
  } else if (item.kind === "shape") {
    const { x, y, scale } = item.at ?? { x: 0, y: 0, scale: 1 };
    context.translate(ORIGIN_PX.x + x * PX_PER_MM, ORIGIN_PX.y + y * PX_PER_MM);
    context.scale(scale * PX_PER_MM, scale * PX_PER_MM);
    const path = new Path2D(item.path);
    if (item.fill) {
      context.fillStyle = item.fill;
      context.fill(path);
    }
    if (item.stroke) {
      context.strokeStyle = item.stroke.colour;
      context.lineWidth = item.stroke.width;
      context.lineCap = "round";
      context.stroke(path);
    }
  } else if (item.kind === "line") {
    const px = item.size * PX_PER_MM;
    context.font = fontOf(item.weight, px);
    context.letterSpacing = `${item.tracking * px}px`;
    context.fillStyle = item.colour;
    context.fillText(item.text, ORIGIN_PX.x + item.x * PX_PER_MM, ORIGIN_PX.y + item.baseline * PX_PER_MM);
  }
  context.restore();
}

function toPx({ x, y, width, height }: Box): Box {
  return {
    x: ORIGIN_PX.x + x * PX_PER_MM,
    y: ORIGIN_PX.y + y * PX_PER_MM,
    width: width * PX_PER_MM,
    height: height * PX_PER_MM,
  };
}

function rounded({ x, y, width, height }: Box, radiusPx: number): Path2D {
  const path = new Path2D();
  path.roundRect(x, y, width, height, radiusPx);
  return path;
}
