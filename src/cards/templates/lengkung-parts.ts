import type { Layer } from "../template.ts";

export const INK = "#1f1b16";
export const INK_SOFT = "#5a5244";
export const PAPER = "#fdfaf3";
export const DEEP_WATER = "#0f4e52";

export const ground: Layer = {
  kind: "rect",
  box: { x: -1, y: -1, width: 87.6, height: 55.98 },
  fill: PAPER,
};

/** The curve runs on over the cut line, so that a card cut a hair too wide shows no edge. */
export const arch: readonly Layer[] = [
  {
    kind: "shape",
    path: "M-1 -1H86.6V10.6L85.6 10.8C63.6 15.2 22 15.2 0 10.8L-1 10.6Z",
    fill: DEEP_WATER,
  },
  {
    kind: "shape",
    path: "M-1 12.5L0 12.7C22 17.1 63.6 17.1 85.6 12.7L86.6 12.5",
    stroke: { colour: DEEP_WATER, width: 0.5 },
  },
];

/** The footbridge, drawn on a grid of 32. */
export const bridgeAt = (
  at: { x: number; y: number; scale: number },
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
export const bridge = bridgeAt({ x: 4.6, y: 3, scale: 7.4 / 32 });

export const heading: readonly Layer[] = [
  {
    kind: "text",
    content: [{ bind: "libraryName" }],
    box: { x: 13.8, y: 3, width: 67.4, height: 4.5 },
    align: "left",
    weight: 700,
    colour: "#ffffff",
    size: 3.3,
    minSize: 2.1,
    maxLines: 2,
  },
  {
    kind: "text",
    content: ["Kartu Anggota", { bind: "locationName" }],
    box: { x: 13.8, y: 7.5, width: 67.4, height: 2.8 },
    align: "left",
    weight: 400,
    colour: "#dbe8e4",
    size: 2.5,
    minSize: 1.6,
    maxLines: 1,
  },
];

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A small label over its value; both stay away when there is no value. */
export function labelled(
  label: string,
  bind: "memberType" | "validUntil",
  { x, y, width }: Place,
): readonly Layer[] {
  const common = { kind: "text", when: { has: bind }, align: "left", maxLines: 1 } as const;
  return [
    {
      ...common,
      content: [label],
      box: { x, y, width, height: 2.9 },
      weight: 400,
      colour: INK_SOFT,
      size: 2.2,
      minSize: 1.6,
    },
    {
      ...common,
      content: [{ bind }],
      box: { x, y: y + 2.8, width, height: 4.4 },
      weight: 700,
      colour: INK,
      size: 3.2,
      minSize: 2,
      maxLines: 2,
    },
  ];
}

/** The number stands under its bars, inside the white. */
export function numbered(box: { x: number; y: number; width: number }, barsHeight: number): readonly Layer[] {
  return [
    {
      kind: "barcode",
      box: { ...box, height: barsHeight + 4.2 },
      radius: 1,
      barsTop: 1,
      barsHeight,
    },
    {
      kind: "text",
      content: [{ bind: "memberNo" }],
      box: { x: box.x + 2, y: box.y + 1 + barsHeight + 0.1, width: box.width - 4, height: 3.1 },
      align: "center",
      weight: 400,
      colour: "#000000",
      size: 2.5,
      minSize: 1.6,
      maxLines: 1,
      tracking: 0.11,
    },
  ];
}
