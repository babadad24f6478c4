import type { Box } from "../geometry.ts";
import type { BarcodeLayer, Layer, Side, TextLayer } from "../template.ts";
import { bridgeAt, DEEP_WATER, INK, INK_SOFT, PAPER } from "./lengkung-parts.ts";

/** Millimetres of one of a phone's 360 pixels, at three picture pixels each and 600 dpi. */
const PX = (3 * 25.4) / 600;

const px = (x: number, y: number, width: number, height: number): Box => ({
  ...{ x: x * PX, y: y * PX },
  ...{ width: width * PX, height: height * PX },
});

type Words = Pick<TextLayer, "content" | "weight" | "colour"> &
  Partial<TextLayer> & { readonly sizePx: number; readonly leastPx: number };

const text = (box: Box, { sizePx, leastPx, ...words }: Words): Layer => ({
  ...{ kind: "text", box, align: "left", maxLines: 1 },
  ...{ size: sizePx * PX, minSize: leastPx * PX },
  ...words,
});

/** Bars and the number under them, in one white box. */
export const CODE_BOX: BarcodeLayer = {
  kind: "barcode",
  box: px(16, 476, 328, 90),
  barsTop: 6 * PX,
  barsHeight: 58 * PX,
};

const ground: readonly Layer[] = [
  { kind: "rect", box: px(0, 0, 360, 640), fill: PAPER },
  {
    kind: "shape",
    path: "M0 0H360V82C270 100 90 100 0 82Z",
    at: { x: 0, y: 0, scale: PX },
    fill: DEEP_WATER,
  },
  {
    kind: "shape",
    path: "M0 90C90 108 270 108 360 90",
    at: { x: 0, y: 0, scale: PX },
    stroke: { colour: DEEP_WATER, width: 2 },
  },
  ...bridgeAt({ x: 16 * PX, y: 20 * PX, scale: (36 * PX) / 32 }),
  text(px(64, 14, 280, 42), {
    ...{ content: [{ bind: "libraryName" }], weight: 700, colour: "#ffffff" },
    ...{ sizePx: 17, leastPx: 13, maxLines: 2 },
  }),
  text(px(64, 57, 280, 18), {
    ...{ content: ["Kartu Anggota Digital"], weight: 400, colour: "#dbe8e4" },
    ...{ sizePx: 14, leastPx: 12 },
  }),
];

const named = (photo: boolean, x: number): readonly Layer[] => {
  const width = 344 - x;
  const when = { photo };
  const label = (
    words: string,
    bind: "memberType" | "validUntil",
    at: number,
    y: number,
  ): readonly Layer[] => [
    text(px(at, y, width / 2, 16), {
      ...{ when: { ...when, has: bind }, content: [words], weight: 400, colour: INK_SOFT },
      ...{ sizePx: 12, leastPx: 11 },
    }),
    text(px(at, y + 16, width / 2, 22), {
      ...{ when: { ...when, has: bind }, content: [{ bind }], weight: 700, colour: INK },
      ...{ sizePx: 16, leastPx: 11, maxLines: 2 },
    }),
  ];
  return [
    text(px(x, 114, width, 76), {
      ...{ when, content: [{ bind: "fullName" }], weight: 700, colour: DEEP_WATER },
      ...{ sizePx: 22, leastPx: 15, maxLines: 3 },
    }),
    ...label("Berlaku sampai", "validUntil", x, 202),
    ...label("Jenis anggota", "memberType", x + width / 2 + 4, 202),
  ];
};

const number = (box: Box): Layer =>
  text(box, {
    ...{ content: [{ bind: "memberNo" }], weight: 400, colour: "#000000" },
    ...{ align: "center", sizePx: 16, leastPx: 10, tracking: 0.08 },
  });

const shown: Layer = text(px(16, 586, 328, 36), {
  ...{ content: ["Tunjukkan di meja layanan"], weight: 700, colour: "#ffffff" },
  ...{ align: "center", sizePx: 17, leastPx: 14 },
});

/** A phone's screen in millimetres of the picture: 360 × 640 of its own pixels, upright. Everything the clerk scans is white. */
export function digitalSide(hasBars: boolean): Side {
  const codes: readonly Layer[] = hasBars
    ? [{ kind: "qr", box: px(76, 262, 208, 208) }, CODE_BOX, number(px(24, 542, 312, 20))]
    : [{ kind: "qr", box: px(45, 258, 270, 276) }, number(px(16, 538, 328, 24))];
  return {
    layers: [
      ...ground,
      { kind: "photo", when: { photo: true }, box: px(16, 114, 96, 128), radius: 6 * PX },
      ...named(true, 128),
      ...named(false, 16),
      { kind: "rect", box: px(16, 254, 328, 312), fill: "#ffffff", radius: 8 * PX },
      ...codes,
      { kind: "rect", box: px(0, 576, 360, 64), fill: DEEP_WATER },
      shown,
    ],
  };
}
