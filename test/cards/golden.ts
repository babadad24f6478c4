import { readFileSync } from "node:fs";
import path from "node:path";
import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import pixelmatch from "pixelmatch";

/** Colour distance by which a pixel counts as changed, and the share that may be: edges are smoothed anew on every processor. */
const [COLOUR_DISTANCE, CHANGED_SHARE] = [0.1, 0.0005];

/** The approved sheet of a template. */
export const goldenOf = (template: string): string =>
  path.join(import.meta.dirname, "golden", `${template}.png`);

export interface Difference {
  readonly changed: number;
  readonly allowed: number;
  /** The changed pixels in red. */
  readonly picture: Canvas;
}

/** Throws where the two are not of one size. */
export async function differenceTo(file: string, drawn: Canvas): Promise<Difference> {
  const approved = await readSheet(readFileSync(file));
  const { width, height } = drawn;
  if (approved.width !== width || approved.height !== height)
    throw new Error(`${width} × ${height} px, approved were ${approved.width} × ${approved.height}`);
  const changes = createCanvas(width, height);
  const picture = changes.getContext("2d").createImageData(width, height);
  const options = { threshold: COLOUR_DISTANCE };
  const changed = pixelmatch(rgba(approved), rgba(drawn), picture.data, width, height, options);
  changes.getContext("2d").putImageData(picture, 0, 0);
  return { changed, allowed: width * height * CHANGED_SHARE, picture: changes };
}

export async function readSheet(png: Uint8Array): Promise<Canvas> {
  const picture = await loadImage(png);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas;
}

const rgba = (canvas: Canvas) => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
