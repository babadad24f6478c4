import type { Layer } from "../template.ts";
import { kawung } from "./kawung-pattern.ts";
import { filled, type Inks } from "./text-layers.ts";

export const SOGA = "#5c2a1a";
export const GOLD = "#c98a3c";
export const PAPER = "#fdfaf3";
export const INK = "#1f1b16";
export const INKS: Inks = { label: "#5a5244", value: INK };

const BATIK = { petal: "#7d4229", line: "#5c2a1a" } as const;

/** Brown cloth over the whole card, of which paper then covers all but a stripe. */
const cloth = (area: { x: number; y: number; width: number; height: number }): readonly Layer[] => [
  filled(SOGA),
  ...kawung(area, BATIK),
];

/** A stripe of batik down the left edge, with a gold selvedge. */
export const stripeLeft = (width: number): readonly Layer[] => [
  ...cloth({ x: -3, y: -3, width: width + 3, height: 60 }),
  { kind: "rect", box: { x: width, y: -2.5, width: 88.1 - width, height: 58.98 }, fill: PAPER },
  { kind: "rect", box: { x: width, y: -2.5, width: 1.1, height: 58.98 }, fill: GOLD },
];

/** The same across the top. */
export const stripeTop = (height: number): readonly Layer[] => [
  ...cloth({ x: -3, y: -3, width: 91.6, height: height + 3 }),
  { kind: "rect", box: { x: -2.5, y: height, width: 90.6, height: 56.48 - height }, fill: PAPER },
  { kind: "rect", box: { x: -2.5, y: height, width: 90.6, height: 0.9 }, fill: GOLD },
];
