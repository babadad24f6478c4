import type { Edited } from "./photo-edits.ts";

/**
 * Fills the canvas with what the window holds of a turned picture, tilted about its middle as the daemon will cut it.
 * Corners beyond the picture are left as they are.
 */
export function drawWindow(
  context: CanvasRenderingContext2D,
  bitmap: ImageBitmap,
  { crop, look }: Edited,
): void {
  const { width, height } = context.canvas;
  context.save();
  context.translate(width / 2, height / 2);
  context.scale(width / (crop.width * bitmap.width), height / (crop.height * bitmap.height));
  context.rotate((look.rollDegrees * Math.PI) / 180);
  context.translate(-(crop.x + crop.width / 2) * bitmap.width, -(crop.y + crop.height / 2) * bitmap.height);
  context.drawImage(bitmap, 0, 0);
  context.restore();
}
