import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";
import type { Extent, Measure } from "../text-fit.ts";
import { coverageOf } from "./font-coverage.ts";

/** Our own name for Source Sans 3 (SIL Open Font License): no font of the machine can stand in for it. */
export const FAMILY = "Titian Sans";

const FILES = {
  400: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  700: "@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf",
} as const;

/** Large, because widths grow in proportion and ink is measured in whole pixels. */
const MEASURED_AT_PX = 1000;

const installed = createRequire(import.meta.url);

let areRegistered = false;

/** Registers our faces once per process. Throws `CARD_FONT_MISSING`. */
export function ourFonts(): Measure {
  if (!areRegistered) for (const file of Object.values(FILES)) registerFace(file, FAMILY);
  areRegistered = true;
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

/** `file`: below node_modules. Throws `CARD_FONT_MISSING`: the canvas would take whatever letters this machine has instead. */
export function registerFace(file: string, family: string): void {
  if (!GlobalFonts.register(bytesOf(file), family))
    throw new TitianError("CARD_FONT_MISSING", { details: { family } });
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(installed.resolve(file));
  } catch (cause) {
    throw new TitianError("CARD_FONT_MISSING", { cause });
  }
}

export function fontOf(weight: 400 | 700, px: number): string {
  return `${weight} ${px}px "${FAMILY}"`;
}

/**
 * Whether our faces can spell a text: Latin, Greek and Cyrillic. Javanese, Balinese, Arabic and emoji they cannot; the canvas
 * would take a font of this machine instead, or draw boxes.
 */
export function canSpell(text: string): boolean {
  const covered = ourCoverage();
  return Array.from(text.normalize("NFC")).every((sign) => covered.has(sign.codePointAt(0) ?? 0));
}

let coverage: ReadonlySet<number> | undefined;

/** Both faces spell the same; the thinner one speaks for them. */
function ourCoverage(): ReadonlySet<number> {
  coverage ??= coverageOf(bytesOf(FILES[400]));
  return coverage;
}
