import { createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import { type Box, cover } from "../geometry.ts";
import { decodePicture } from "./picture.ts";

/** 3:4, four times what a 22 × 30 mm photo needs at 300 dpi: also good for a 6 × 8 cm print. */
const PHOTO = { widthPx: 900, heightPx: 1200 } as const;
const JPEG_QUALITY = 90;

/** Shares of the upright picture's width and height, each from 0 to 1. */
export type CropShares = Box;

/**
 * The part that the operator chose, as a JPEG of 900 × 1200. What is not exactly 3:4 loses its edges and is never
 * stretched. The bytes are encoded anew, so no EXIF, place or thumbnail survives.
 */
export async function cropPhoto(
  bytes: Uint8Array,
  crop: CropShares,
  signal: AbortSignal,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  const picture = await decodePicture(bytes);
  signal.throwIfAborted();

  const canvas = createCanvas(PHOTO.widthPx, PHOTO.heightPx);
  const context = canvas.getContext("2d");
  // Transparent pictures get a ground instead of black.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, PHOTO.widthPx, PHOTO.heightPx);
  const target = { x: 0, y: 0, width: PHOTO.widthPx, height: PHOTO.heightPx };
  drawCovering(context, picture, within(picture, crop), target);
  const jpeg = await canvas.encode("jpeg", JPEG_QUALITY);
  signal.throwIfAborted();
  return jpeg;
}

/** Fills `target` with the middle of `part`, in proportion. */
export function drawCovering(context: SKRSContext2D, picture: Image, part: Box, target: Box): void {
  const source = cover(part, target.width / target.height);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(
    picture,
    ...([source.x, source.y, source.width, source.height] as const),
    ...([target.x, target.y, target.width, target.height] as const),
  );
}

function within({ width, height }: Image, crop: CropShares): Box {
  const x = Math.min(Math.max(crop.x, 0), 1) * width;
  const y = Math.min(Math.max(crop.y, 0), 1) * height;
  return {
    x,
    y,
    width: Math.max(1, Math.min(crop.width * width, width - x)),
    height: Math.max(1, Math.min(crop.height * height, height - y)),
  };
}
