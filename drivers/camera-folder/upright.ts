import { createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import type { Photo } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** Pixels along the longer side: three times what a card shows, and the frame stays small enough for a page. */
const PHOTO_SIDE = 3_000;
const THUMBNAIL_SIDE = 320;
const PHOTO_QUALITY = 92;
const THUMBNAIL_QUALITY = 80;
/** Rows drawn in one go: drawing is done on the event loop, and a large picture would hold it for half a second. */
const BAND_PX = 250;

/** The picture turned as its EXIF says and encoded anew, so that no place, name or thumbnail comes along. */
export async function uprightPhoto(bytes: Uint8Array, signal: AbortSignal): Promise<Photo> {
  return redrawn(bytes, PHOTO_SIDE, PHOTO_QUALITY, signal);
}

export async function thumbnailOf(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  const { jpeg } = await redrawn(bytes, THUMBNAIL_SIDE, THUMBNAIL_QUALITY, signal);
  return jpeg;
}

async function redrawn(
  bytes: Uint8Array,
  side: number,
  quality: number,
  signal: AbortSignal,
): Promise<Photo> {
  const image = await decode(bytes);
  signal.throwIfAborted();
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const widthPx = Math.max(1, Math.round(image.width * scale));
  const heightPx = Math.max(1, Math.round(image.height * scale));

  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  // Transparent pictures get a ground instead of black.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, widthPx, heightPx);
  for (let top = 0; top < heightPx; top += BAND_PX) {
    signal.throwIfAborted();
    context.save();
    context.beginPath();
    context.rect(0, top, widthPx, BAND_PX);
    context.clip();
    context.drawImage(image, 0, 0, widthPx, heightPx);
    context.restore();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { jpeg: await canvas.encode("jpeg", quality), widthPx, heightPx };
}

/** A Buffer, never a string: the library would fetch an address. */
async function decode(bytes: Uint8Array): Promise<Image> {
  try {
    return await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    throw new TitianError("CAMERA_NO_PICTURE", { cause });
  }
}
