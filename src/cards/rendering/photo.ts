import { createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import { type Box, cover } from "../geometry.ts";
import type { BackgroundResult, PhotoLook } from "../photo-look.ts";
import { AS_TAKEN } from "../photo-look.ts";
import { replaceGround } from "./photo-ground.ts";
import { decodePicture } from "./picture.ts";

const JPEG_QUALITY = 90;
/** An original is kept to be cut anew: longer side, in pixels, and a quality that bears a second encoding. */
const ORIGINAL = { sidePx: 3_000, quality: 95 } as const;

/** Shares of the upright picture's width and height, each from 0 to 1. */
export type CropShares = Box;

/** How a photo is made from its original. */
export interface PhotoEdits {
  readonly crop: CropShares;
  readonly look: PhotoLook;
}

/**
 * What is made of one original, each at its own best size and never larger than the original's own pixels. `card` is 3:4:
 * 900 × 1200 is 600 dpi at 38 × 51 mm. `inlislite` is 4:5: 3.2 forces every upload to 400 × 500 without keeping its ratio
 * (facts/cards.md section 8).
 */
export const COPIES = {
  card: { width: 900, height: 1200 },
  inlislite: { width: 800, height: 1000 },
} as const;
export type PhotoCopy = keyof typeof COPIES;

export interface MadePhoto {
  readonly jpeg: Uint8Array;
  readonly background: BackgroundResult;
}

/** The window alone, 3:4. */
export async function cropPhoto(
  bytes: Uint8Array,
  crop: CropShares,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return (await makePhoto(bytes, { crop, look: AS_TAKEN }, "card", signal)).jpeg;
}

/**
 * The part that the operator chose, as a JPEG. What is not exactly of the copy's ratio loses its edges, or for INLISLite's
 * gains from the picture beside it, and is never stretched. The bytes are encoded anew: no EXIF, place or thumbnail survives.
 */
export async function makePhoto(
  bytes: Uint8Array,
  { crop, look }: PhotoEdits,
  copy: PhotoCopy,
  signal: AbortSignal,
): Promise<MadePhoto> {
  signal.throwIfAborted();
  const picture = await decodePicture(bytes);
  signal.throwIfAborted();

  const turned = turnedSize(picture, look);
  const largest = COPIES[copy];
  const ratio = largest.width / largest.height;
  const card = cover(within(turned, crop), COPIES.card.width / COPIES.card.height);
  const window = copy === "card" ? card : widened(card, ratio, turned);
  const width = Math.max(1, Math.round(Math.min(largest.width, window.width)));
  const height = Math.max(1, Math.round(width / ratio));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  // Transparent pictures get a ground instead of black, and a tilted one gets corners.
  context.fillStyle = look.rollDegrees === 0 ? "#ffffff" : edgeColour(picture);
  context.fillRect(0, 0, width, height);
  drawTurned(context, picture, window, { look, width, height });
  const background = retouch(context, { width, height }, look);
  const jpeg = await canvas.encode("jpeg", JPEG_QUALITY);
  signal.throwIfAborted();
  return { jpeg, background };
}

/** The whole picture, upright and without metadata, to be cut anew later. Shares of it mean what they meant before. */
export async function originalOf(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted();
  const picture = await decodePicture(bytes);
  signal.throwIfAborted();
  const scale = Math.min(1, ORIGINAL.sidePx / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  drawCovering(context, picture, { x: 0, y: 0, ...sizeOf(picture) }, { x: 0, y: 0, width, height });
  return canvas.encode("jpeg", ORIGINAL.quality);
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

interface Size {
  readonly width: number;
  readonly height: number;
}

const sizeOf = ({ width, height }: Image): Size => ({ width, height });

function turnedSize({ width, height }: Image, { quarterTurns }: PhotoLook): Size {
  return quarterTurns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** The window's middle becomes the canvas's, and everything turns about it. */
function drawTurned(
  context: SKRSContext2D,
  picture: Image,
  window: Box,
  { look, width, height }: Size & { readonly look: PhotoLook },
): void {
  const turned = turnedSize(picture, look);
  const scale = width / window.width;
  context.save();
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.translate(width / 2, height / 2);
  context.scale(scale, scale);
  context.rotate((look.rollDegrees * Math.PI) / 180);
  context.translate(
    turned.width / 2 - (window.x + window.width / 2),
    turned.height / 2 - (window.y + window.height / 2),
  );
  context.rotate((look.quarterTurns * Math.PI) / 2);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  context.restore();
}

/** Background first: it is found by the wall's own colour. */
function retouch(
  context: SKRSContext2D,
  { width, height }: Size,
  { background, brightness, contrast }: PhotoLook,
): BackgroundResult {
  const isLit = brightness !== 1 || contrast !== 1;
  if (background === null && !isLit) return "kept";
  const pixels = context.getImageData(0, 0, width, height);
  const result = background === null ? "kept" : replaceGround(pixels, background);
  if (isLit) {
    // As the CSS filters `brightness() contrast()` of the page's preview compute it.
    const shade = Array.from({ length: 256 }, (_, value) => (value * brightness - 127.5) * contrast + 127.5);
    for (let at = 0; at < pixels.data.length; at++)
      if (at % 4 !== 3) pixels.data[at] = shade[pixels.data[at] ?? 0] ?? 0;
  }
  context.putImageData(pixels, 0, 0);
  return result;
}

/** Mean of the picture's outermost pixels. */
function edgeColour(picture: Image): string {
  const side = 16;
  const canvas = createCanvas(side, side);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  const edge = Array.from({ length: side * side }, (_, place) => place).filter((place) =>
    [place % side, Math.floor(place / side)].some((at) => at === 0 || at === side - 1),
  );
  const mean = [0, 1, 2].map((channel) =>
    Math.round(edge.reduce((sum, place) => sum + (data[place * 4 + channel] ?? 0), 0) / edge.length),
  );
  return `rgb(${mean.join(" ")})`;
}

/** The same middle and height, as wide as the ratio wants; where the picture ends before, the window loses at the bottom. */
function widened(window: Box, ratio: number, picture: Size): Box {
  const width = Math.min(window.height * ratio, picture.width);
  const x = Math.min(Math.max(window.x - (width - window.width) / 2, 0), picture.width - width);
  return { x, y: window.y, width, height: width / ratio };
}

function within({ width, height }: Size, crop: CropShares): Box {
  const x = Math.min(Math.max(crop.x, 0), 1) * width;
  const y = Math.min(Math.max(crop.y, 0), 1) * height;
  return {
    x,
    y,
    width: Math.max(1, Math.min(crop.width * width, width - x)),
    height: Math.max(1, Math.min(crop.height * height, height - y)),
  };
}
