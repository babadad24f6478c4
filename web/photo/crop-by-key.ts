import { type Crop, moveCrop, type Size, zoomCrop } from "./crop.ts";

/** One press of an arrow, as a share of the picture; with Shift ten times finer. */
const STEP = 0.02;
/** One press, or one notch of the wheel. */
export const ZOOM = 1.06;

/** The window as moved by a key, or undefined for a key that means nothing here. */
export function cropByKey(key: string, crop: Crop, picture: Size, isFine: boolean): Crop | undefined {
  const step = isFine ? STEP / 10 : STEP;
  switch (key) {
    case "ArrowLeft":
      return moveCrop(crop, -step, 0);
    case "ArrowRight":
      return moveCrop(crop, step, 0);
    case "ArrowUp":
      return moveCrop(crop, 0, -step);
    case "ArrowDown":
      return moveCrop(crop, 0, step);
    case "+":
    case "=":
      return zoomCrop(crop, picture, ZOOM);
    case "-":
      return zoomCrop(crop, picture, 1 / ZOOM);
    default:
      return undefined;
  }
}
