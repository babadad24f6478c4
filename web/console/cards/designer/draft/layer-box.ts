import { type Box, between, LONGEST_MM, leastOf, OUTSIDE_MM, placedWithin, roundMm } from "./card-area.ts";
import { fitPath, pathBox } from "./path-data.ts";
import type { Layer, LayerOf, Orientation } from "./template-types.ts";

/** Where a layer is, mm. A drawing has no box of its own: it is the one around its points. */
export function boxOf(layer: Layer): Box {
  if (layer.kind !== "shape") return layer.box;
  const { x, y, width, height } = pathBox(layer.path) ?? { x: 0, y: 0, width: 0, height: 0 };
  const at = layer.at ?? { x: 0, y: 0, scale: 1 };
  return {
    x: at.x + x * at.scale,
    y: at.y + y * at.scale,
    width: width * at.scale,
    height: height * at.scale,
  };
}

/** The same layer in another box, as far as a template may hold it. */
export function inBox(layer: Layer, box: Box, orientation: Orientation): Layer {
  if (layer.kind === "shape") return shapeInBox(layer, box);
  const placed = placedWithin(box, orientation);
  const least = leastOf(layer.kind);
  const kept = { ...placed, width: Math.max(placed.width, least), height: Math.max(placed.height, least) };
  return layer.kind === "barcode" ? barcodeInBox(layer, kept) : { ...layer, box: kept };
}

/** Shapes that are backgrounds lie partly outside, and may be moved anywhere a template can say. */
function shapeInBox(layer: LayerOf<"shape">, box: Box): Layer {
  const now = boxOf(layer);
  const scaleX = now.width > 0 ? between(box.width, 0.1, LONGEST_MM) / now.width : 1;
  const scaleY = now.height > 0 ? between(box.height, 0.1, LONGEST_MM) / now.height : 1;
  const at = layer.at ?? { x: 0, y: 0, scale: 1 };
  const isUniform = Math.abs(scaleX - scaleY) < 1e-9;
  const moved = { x: box.x + (at.x - now.x) * scaleX, y: box.y + (at.y - now.y) * scaleY };
  if (layer.at && isUniform && isPlace(moved.x) && isPlace(moved.y))
    return {
      ...layer,
      at: { x: roundMm(moved.x), y: roundMm(moved.y), scale: between(at.scale * scaleX, 0.001, 10) },
    };
  const { at: _, ...rest } = layer;
  const fit = {
    scaleX: at.scale * scaleX,
    scaleY: at.scale * scaleY,
    dx: moved.x,
    dy: moved.y,
  };
  return { ...rest, path: fitPath(layer.path, fit) };
}

const isPlace = (mm: number): boolean => mm >= -OUTSIDE_MM && mm <= LONGEST_MM;

/** Bars grow and shrink with their white box; the room above and below them stays. */
function barcodeInBox(layer: LayerOf<"barcode">, box: Box): Layer {
  const grown = box.height - layer.box.height;
  return { ...layer, box, barsHeight: roundMm(between(layer.barsHeight + grown, LEAST_BARS_MM, 30)) };
}

/** Lower bars are missed by hand-held scanners. */
const LEAST_BARS_MM = 8;

/** Proportions that must not change: a photo is 3:4, a QR code is square. */
export const ratioOf = (layer: Layer): number | undefined =>
  layer.kind === "photo" ? 3 / 4 : layer.kind === "qr" ? 1 : undefined;
