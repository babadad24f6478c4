import type { Layer, Orientation } from "./template-types.ts";

/** Millimetres from the card's upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** ID-1. The daemon measures with the same numbers; its checks have the last word. */
const LONG_MM = 85.6;
const SHORT_MM = 53.98;
export const CORNER_MM = 3.18;
const SAFE_MM = 3;
/** What a template may hold: so far outside the card, and no longer than that. */
export const OUTSIDE_MM = 3;
export const LONGEST_MM = 100;
/** So much of a layer stays over the card or its bleed: what cannot be seen cannot be taken back. */
const REACH_MM = 1;

export function cardBox(orientation: Orientation): Box {
  const isLandscape = orientation === "landscape";
  return { x: 0, y: 0, width: isLandscape ? LONG_MM : SHORT_MM, height: isLandscape ? SHORT_MM : LONG_MM };
}

/** Nearer to the edge than this, a cut or a lamination may take it away. */
export function safeBox(orientation: Orientation): Box {
  const { width, height } = cardBox(orientation);
  return { x: SAFE_MM, y: SAFE_MM, width: width - 2 * SAFE_MM, height: height - 2 * SAFE_MM };
}

/** Hundredths of a millimetre: a tenth of a printer's dot. */
export const roundMm = (mm: number): number => Math.round(mm * 100) / 100 + 0;

export const between = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** The nearest place on the card or over its edge that a template may hold. */
export function placedWithin(box: Box, orientation: Orientation): Box {
  const card = cardBox(orientation);
  return {
    x: roundMm(between(box.x, -OUTSIDE_MM, card.width + OUTSIDE_MM - REACH_MM)),
    y: roundMm(between(box.y, -OUTSIDE_MM, card.height + OUTSIDE_MM - REACH_MM)),
    width: roundMm(between(box.width, leastOf("rect"), LONGEST_MM)),
    height: roundMm(between(box.height, leastOf("rect"), LONGEST_MM)),
  };
}

/** Smaller than this a layer could not be taken hold of again; a code could not be scanned. */
export const leastOf = (kind: Layer["kind"]): number => (kind === "barcode" || kind === "qr" ? 8 : 0.2);

/** The smallest box around all of them; undefined for none. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
