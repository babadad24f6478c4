import { type Box, cardBox, roundMm } from "./card-area.ts";
import type { Layer, LayerKind, Orientation } from "./template-types.ts";

/** How large a new one is, mm: large enough to be scanned, read and taken hold of. */
const SIZE: Readonly<Record<LayerKind, readonly [width: number, height: number]>> = {
  rect: [30, 12],
  shape: [30, 12],
  image: [24, 16],
  text: [40, 5],
  photo: [18, 24],
  barcode: [46, 14],
  qr: [14, 14],
};

const INK = "#1f1b16";

/** In the middle of the card. `words` is what a new text says. */
export function newLayer(kind: Exclude<LayerKind, "image">, orientation: Orientation, words: string): Layer {
  const box = inMiddle(kind, orientation);
  if (kind === "text")
    return {
      kind,
      box,
      content: [words],
      ...{ align: "left", weight: 400, colour: INK, size: 3, minSize: 2, maxLines: 1 },
    };
  if (kind === "barcode") return { kind, box, barsTop: 2, barsHeight: 10 };
  if (kind === "rect") return { kind, box, fill: "#dbe8e4" };
  if (kind === "shape")
    return { kind, path: `M${box.x} ${box.y}h${box.width}`, stroke: { colour: INK, width: 0.4 } };
  return { kind, box };
}

/** A picture fills its box at its own proportion. */
export function newPicture(asset: string, orientation: Orientation, ratio: number): Layer {
  const { x, y, width } = inMiddle("image", orientation);
  return { kind: "image", asset, box: { x, y, width, height: roundMm(width / ratio) }, fit: "contain" };
}

function inMiddle(kind: LayerKind, orientation: Orientation): Box {
  const card = cardBox(orientation);
  const [width, height] = SIZE[kind];
  return { x: roundMm((card.width - width) / 2), y: roundMm((card.height - height) / 2), width, height };
}
