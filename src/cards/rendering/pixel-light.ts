import type { Canvas } from "@napi-rs/canvas";
import { luminance } from "../contrast.ts";
import type { Box } from "../geometry.ts";

/** How bright each pixel of a part of a picture is, 0 to 1, row by row. What lies outside the picture is left out. */
export class Light {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly #rgba: Uint8ClampedArray;

  constructor(canvas: Canvas, { x, y, width, height }: Box) {
    const left = Math.max(0, Math.floor(x));
    const top = Math.max(0, Math.floor(y));
    this.widthPx = Math.max(0, Math.min(canvas.width, Math.ceil(x + width)) - left);
    this.heightPx = Math.max(0, Math.min(canvas.height, Math.ceil(y + height)) - top);
    const isEmpty = this.widthPx === 0 || this.heightPx === 0;
    this.#rgba = isEmpty
      ? new Uint8ClampedArray()
      : canvas.getContext("2d").getImageData(left, top, this.widthPx, this.heightPx).data;
  }

  at(x: number, y: number): number {
    const from = (y * this.widthPx + x) * 4;
    return luminance(this.#rgba[from] ?? 0, this.#rgba[from + 1] ?? 0, this.#rgba[from + 2] ?? 0);
  }

  all(): readonly number[] {
    const found: number[] = [];
    for (let y = 0; y < this.heightPx; y++) {
      for (let x = 0; x < this.widthPx; x++) found.push(this.at(x, y));
    }
    return found;
  }
}
