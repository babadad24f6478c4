import { type Box, cardBox, roundMm, safeBox } from "./card-area.ts";
import type { Orientation } from "./template-types.ts";

export type Axis = "x" | "y";

/** A line that edges and middles like to lie on. */
export interface SnapLine {
  readonly axis: Axis;
  /** Millimetres from the card's corner. */
  readonly at: number;
  readonly origin: "edge" | "safe" | "centre" | "layer";
}

export interface SnapRule {
  readonly lines: readonly SnapLine[];
  /** Millimetres; undefined: no grid, a tenth of a millimetre. */
  readonly grid: number | undefined;
  /** How near is near, mm: so many pixels of the screen at the zoom of now. */
  readonly reach: number;
}

/** The card's own lines, and those of every layer that stays where it is. */
export function snapLines(orientation: Orientation, others: readonly Box[]): readonly SnapLine[] {
  const card = cardBox(orientation);
  const safe = safeBox(orientation);
  return [
    ...edges(card, "edge"),
    ...edges(safe, "safe"),
    { axis: "x", at: card.width / 2, origin: "centre" },
    { axis: "y", at: card.height / 2, origin: "centre" },
    ...others.flatMap((box) => [
      ...edges(box, "layer"),
      { axis: "x", at: box.x + box.width / 2, origin: "layer" } as const,
      { axis: "y", at: box.y + box.height / 2, origin: "layer" } as const,
    ]),
  ];
}

const edges = ({ x, y, width, height }: Box, origin: SnapLine["origin"]): readonly SnapLine[] => [
  { axis: "x", at: x, origin },
  { axis: "x", at: x + width, origin },
  { axis: "y", at: y, origin },
  { axis: "y", at: y + height, origin },
];

export interface Snapped {
  readonly box: Box;
  /** Lines that the box lies on now, to be drawn. */
  readonly guides: readonly SnapLine[];
}

/** A box on its way: its edges and its middle are drawn to lines, else its corner to the grid. */
export function snapMove(box: Box, rule: SnapRule): Snapped {
  const x = settle("x", [box.x, box.x + box.width / 2, box.x + box.width], rule);
  const y = settle("y", [box.y, box.y + box.height / 2, box.y + box.height], rule);
  return {
    box: { ...box, x: roundMm(box.x + x.shift), y: roundMm(box.y + y.shift) },
    guides: [...x.guides, ...y.guides],
  };
}

/** One edge on its way: where it settles, and on what. */
export function snapEdge(
  axis: Axis,
  at: number,
  rule: SnapRule,
): { readonly at: number; readonly guides: readonly SnapLine[] } {
  const { shift, guides } = settle(axis, [at], rule);
  return { at: roundMm(at + shift), guides };
}

const FINEST_MM = 0.1;

function settle(
  axis: Axis,
  places: readonly number[],
  { lines, grid = FINEST_MM, reach }: SnapRule,
): { readonly shift: number; readonly guides: readonly SnapLine[] } {
  let nearest: number | undefined;
  for (const line of lines) {
    if (line.axis !== axis) continue;
    for (const place of places) {
      const shift = line.at - place;
      if (Math.abs(shift) <= reach && (nearest === undefined || Math.abs(shift) < Math.abs(nearest)))
        nearest = shift;
    }
  }
  const [first = 0] = places;
  if (nearest === undefined) return { shift: Math.round(first / grid) * grid - first, guides: [] };
  const shift = nearest;
  const isTouched = (line: SnapLine): boolean =>
    line.axis === axis && places.some((place) => Math.abs(place + shift - line.at) < 0.005);
  return { shift, guides: lines.filter(isTouched) };
}
