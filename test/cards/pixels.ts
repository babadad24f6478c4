import { createCanvas, loadImage } from "@napi-rs/canvas";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): readonly [number, number, number];
}

export async function pixelsOf(picture: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(picture));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return {
    width,
    height,
    at: (x, y) => {
      const from = (Math.round(y) * width + Math.round(x)) * 4;
      return [data[from]!, data[from + 1]!, data[from + 2]!];
    },
  };
}

/** The smallest rectangle around everything in which two pictures differ, or undefined. */
export function difference(a: Pixels, b: Pixels) {
  let found: { left: number; top: number; right: number; bottom: number } | undefined;
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      if (String(a.at(x, y)) === String(b.at(x, y))) continue;
      found ??= { left: x, top: y, right: x, bottom: y };
      found = {
        left: Math.min(found.left, x),
        top: found.top,
        right: Math.max(found.right, x),
        bottom: y,
      };
    }
  }
  return found;
}
