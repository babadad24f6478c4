import type { Box } from "../draft/card-area.ts";
import { MARGIN_MM } from "./canvas-view.ts";

export const px = (pixels: number): string => `${pixels}px`;

/** A box of the card, mm, as CSS on the canvas, px. */
export const placed = ({ x, y, width, height }: Box, scale: number) => ({
  left: px((x + MARGIN_MM) * scale),
  top: px((y + MARGIN_MM) * scale),
  width: px(width * scale),
  height: px(height * scale),
});
