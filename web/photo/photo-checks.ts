import type { Size } from "./crop.ts";
import type { Edited } from "./photo-edits.ts";

/** What the pixels of a photo are like: measured, and only ever an advice. */
export interface PixelChecks {
  readonly light: "good" | "dark" | "bright";
  readonly isSharp: boolean;
}

export interface PhotoChecks extends PixelChecks {
  /** Dots per inch at the size the photo has on a card, as far as the window's own pixels go. */
  readonly dpi: number;
  /** The picture reaches into all four corners of the window. */
  readonly isFilled: boolean;
}

/** On Titian's own templates a photo is 22 mm wide; from 250 dpi it prints well (facts/cards.md section 8). */
const WIDTH_ON_CARD_MM = 22;
export const GOOD_DPI = 250;

/** Mean luma that reads well in print, 0 to 255, and the share of burnt-out pixels still allowed (facts/cards.md section 8). */
const LUMA = { low: 80, high: 200, burnt: 250, burntShare: 0.05 } as const;
/** Variance of the Laplacian at 240 px height under which edges look soft. Found with our own pictures; indicative. */
const SHARP = 18;

function luma(pixels: Uint8ClampedArray): Float32Array {
  const grey = new Float32Array(pixels.length / 4);
  for (let i = 0; i < grey.length; i += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(i * 4, i * 4 + 3);
    grey[i] = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  return grey;
}

function laplacianVariance(grey: Float32Array, widthPx: number, heightPx: number): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  const at = (x: number, y: number): number => grey[y * widthPx + x] ?? 0;
  for (let y = 1; y < heightPx - 1; y += 1) {
    for (let x = 1; x < widthPx - 1; x += 1) {
      const value = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
      sum += value;
      squares += value * value;
      count += 1;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

/** `windowPx`: how many pixels of the picture the window is wide. */
export const dpiOnCard = (windowPx: number): number => Math.round((windowPx / WIDTH_ON_CARD_MM) * 25.4);

/** `pixels` are RGBA, as a canvas gives them, before they are lit as `look` says. */
export function checkPixels(
  pixels: Uint8ClampedArray,
  { widthPx, heightPx }: Size,
  { brightness, contrast }: Pick<Edited["look"], "brightness" | "contrast">,
): PixelChecks {
  // As the daemon lights it; luma is a weighted sum, so that it may be lit as each channel is.
  const grey = luma(pixels).map((value) => lit(value, brightness, contrast));
  let sum = 0;
  let burnt = 0;
  for (const value of grey) {
    sum += value;
    if (value >= LUMA.burnt) burnt += 1;
  }
  const mean = sum / Math.max(1, grey.length);
  const isBright = mean > LUMA.high || (mean > LUMA.low && burnt / grey.length > LUMA.burntShare);
  return {
    light: mean < LUMA.low ? "dark" : isBright ? "bright" : "good",
    isSharp: laplacianVariance(grey, widthPx, heightPx) >= SHARP,
  };
}

const lit = (value: number, brightness: number, contrast: number): number =>
  Math.min(255, Math.max(0, (value * brightness - 127.5) * contrast + 127.5));
