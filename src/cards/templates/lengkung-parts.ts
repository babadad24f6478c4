import type { Layer } from "../template.ts";
import { filled, type Inks, text } from "./text-layers.ts";

export const INK = "#1f1b16";
export const INK_SOFT = "#5a5244";
export const DEEP_WATER = "#0f4e52";
export const PAPER = "#fdfaf3";
export const INKS: Inks = { label: INK_SOFT, value: INK };

export const ground = filled(PAPER);

/** The curve runs on over the cut line, so that a card cut a hair too wide shows no edge. */
export const arch: readonly Layer[] = [
  {
    kind: "shape",
    path: "M-2.5 -2.5H88.1V10.3L85.6 10.8C63.6 15.2 22 15.2 0 10.8L-2.5 10.3Z",
    fill: DEEP_WATER,
  },
  {
    kind: "shape",
    path: "M-2.5 12.2L0 12.7C22 17.1 63.6 17.1 85.6 12.7L88.1 12.2",
    stroke: { colour: DEEP_WATER, width: 0.5 },
  },
];

/** The same curve at the foot of the back. */
export const footArch: readonly Layer[] = [
  {
    kind: "shape",
    path: "M-2.5 56.48H88.1V47.08L85.6 46.58C63.6 42.18 22 42.18 0 46.58L-2.5 47.08Z",
    fill: DEEP_WATER,
  },
  {
    kind: "shape",
    path: "M-2.5 45.2L0 44.7C22 40.3 63.6 40.3 85.6 44.7L88.1 45.2",
    stroke: { colour: DEEP_WATER, width: 0.5 },
  },
];

/** The footbridge, drawn on a grid of 32. */
export const bridgeAt = (
  at: { readonly x: number; readonly y: number; readonly scale: number },
  colour = "#ffffff",
): readonly Layer[] => [
  { kind: "shape", path: "M3 24.5c6.5-6.5 19.5-6.5 26 0", at, stroke: { colour, width: 3 } },
  {
    kind: "shape",
    path: "M3 14.5c6.5-6.5 19.5-6.5 26 0M3 12.5v12M29 12.5v12M11.7 10.2v9.6M20.3 10.2v9.6",
    at,
    stroke: { colour, width: 2 },
  },
];

export const heading: readonly Layer[] = [
  ...bridgeAt({ x: 4.6, y: 3, scale: 7.4 / 32 }),
  text({ x: 13.8, y: 3, width: 67.4, height: 4.5 }, [3.3, 2.1], {
    ...{ content: [{ bind: "libraryName" }], colour: "#ffffff", weight: 700, maxLines: 2 },
  }),
  text({ x: 13.8, y: 7.5, width: 67.4, height: 2.8 }, [2.5, 1.6], {
    ...{ content: ["Kartu Anggota", { bind: "locationName" }], colour: "#dbe8e4" },
  }),
];
