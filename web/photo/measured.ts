import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Crop } from "./crop.ts";
import { checkPhoto, type PhotoChecks } from "./photo-checks.ts";
import type { Shot } from "./photo-session.ts";

const WIDTH_PX = 180;
const HEIGHT_PX = 240;
/** While the window is being dragged nothing is measured, ms. */
const REST_MS = 150;

function measure({ bitmap }: Shot, crop: Crop): PhotoChecks | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  const { width, height } = bitmap;
  const [x, y, w, h] = [crop.x * width, crop.y * height, crop.width * width, crop.height * height];
  context.drawImage(bitmap, x, y, w, h, 0, 0, WIDTH_PX, HEIGHT_PX);
  return checkPhoto(context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX).data, WIDTH_PX, HEIGHT_PX, w);
}

/** Light and sharpness inside the window, once it rests. */
export function useMeasured(shot: Shot, crop: Crop): ReadonlySignal<PhotoChecks | undefined> {
  const checks = useSignal<PhotoChecks | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      checks.value = measure(shot, crop);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [shot, crop]);
  return checks;
}
