import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isFilled } from "./crop.ts";
import { drawWindow } from "./draw-window.ts";
import { checkPixels, dpiOnCard, type PhotoChecks } from "./photo-checks.ts";
import { AS_TAKEN, type Edited } from "./photo-edits.ts";
import type { Shot } from "./photo-session.ts";

const WIDTH_PX = 180;
const HEIGHT_PX = 240;
/** While the window is being dragged nothing is measured, ms. */
const REST_MS = 150;

function measure({ bitmap }: Shot, { crop, look }: Edited): PhotoChecks | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  // What is beside the window fills the empty corners of a tilted picture: they are no darkness of the photo's.
  drawWindow(context, bitmap, { crop, look: AS_TAKEN });
  drawWindow(context, bitmap, { crop, look });
  const { data } = context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX);
  const picture = { widthPx: bitmap.width, heightPx: bitmap.height };
  return {
    ...checkPixels(data, { widthPx: WIDTH_PX, heightPx: HEIGHT_PX }, look),
    dpi: dpiOnCard(crop.width * bitmap.width),
    isFilled: isFilled(crop, picture, look.rollDegrees),
  };
}

/** Light and sharpness of the photo as it is put right, once nothing moves. `shot` is turned already. */
export function useMeasured(shot: Shot, edited: Edited): ReadonlySignal<PhotoChecks | undefined> {
  const checks = useSignal<PhotoChecks | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      checks.value = measure(shot, edited);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [shot, edited]);
  return checks;
}
