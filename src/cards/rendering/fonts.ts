import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import type { Extent, Measure } from "../text-fit.ts";

/** Our own name for Source Sans 3 (SIL Open Font License): no font of the machine can stand in for it. */
export const FAMILY = "Titian Sans";

const FILES = [
  "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf",
] as const;

/** Large, because widths grow in proportion and ink is measured in whole pixels. */
const MEASURED_AT_PX = 1000;

const installed = createRequire(import.meta.url);

/** Registers our faces once per process, from bytes. */
export function ourFonts(): Measure {
  if (!GlobalFonts.has(FAMILY)) {
    for (const file of FILES) GlobalFonts.register(readFileSync(installed.resolve(file)), FAMILY);
  }
  const context = createCanvas(1, 1).getContext("2d");
  return (text, weight): Extent => {
    context.font = fontOf(weight, MEASURED_AT_PX);
    const ink = context.measureText(text);
    return {
      width: Math.max(ink.width, ink.actualBoundingBoxRight) / MEASURED_AT_PX,
      ascent: ink.actualBoundingBoxAscent / MEASURED_AT_PX,
      descent: ink.actualBoundingBoxDescent / MEASURED_AT_PX,
    };
  };
}

export function fontOf(weight: 400 | 700, px: number): string {
  return `${weight} ${px}px "${FAMILY}"`;
}
