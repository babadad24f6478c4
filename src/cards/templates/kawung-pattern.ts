import type { Box } from "../geometry.ts";
import type { Layer } from "../template.ts";

/** Flowers stand on a square of 8.2 mm, so that four of them make a fifth between them. Tenths of a millimetre. */
const PITCH = 82;
/** Along a diagonal an oval begins and ends so far from its flower's middle, in x and in y. */
const [NEAR, FAR] = [4, 37];
/** A schema's longest path holds 4,000 letters; a flower takes up to 200. */
const FLOWERS_PER_PATH = 18;

export interface KawungInks {
  readonly petal: string;
  readonly line: string;
}

/**
 * *Kawung*, the fruit of the sugar palm cut across: four ovals on the diagonals around a middle, each with its two seeds, as
 * old as batik itself. Every flower that touches the area is drawn whole; whoever wants an edge paints over it.
 */
export function kawung(area: Box, { petal, line }: KawungInks): readonly Layer[] {
  const centres = centresIn(area);
  const layers: Layer[] = [];
  for (let from = 0; from < centres.length; from += FLOWERS_PER_PATH) {
    const some = centres.slice(from, from + FLOWERS_PER_PATH);
    const at = { x: 0, y: 0, scale: 0.1 };
    layers.push(
      ...[{ kind: "shape", at, path: some.map(flower).join(""), fill: petal } as const],
      ...[{ kind: "shape", at, path: some.map(seeds).join(""), stroke: { colour: line, width: 3 } } as const],
    );
  }
  return layers;
}

type Point = readonly [x: number, y: number];

function centresIn({ x, y, width, height }: Box): readonly Point[] {
  const centres: Point[] = [];
  for (let top = y * 10; top <= (y + height) * 10 + PITCH / 2; top += PITCH)
    for (let left = x * 10; left <= (x + width) * 10 + PITCH / 2; left += PITCH)
      centres.push([Math.round(left), Math.round(top)]);
  return centres;
}

const DIAGONALS = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
] as const;

/** Two curves from the inner tip to the outer one: as round as an oval, with the points that a wax pen leaves. */
const flower = ([x, y]: Point): string =>
  DIAGONALS.map(([dx, dy]) => {
    const [length, bulge] = [FAR - NEAR, 22];
    const tip = `${length * dx} ${length * dy}`;
    return `M${x + NEAR * dx} ${y + NEAR * dy}c${bulge * dx} ${-4 * dy} ${(length + 4) * dx} ${(length - bulge) * dy} ${tip}c${-bulge * dx} ${4 * dy} ${(-length - 4) * dx} ${(bulge - length) * dy} ${-length * dx} ${-length * dy}`;
  }).join("");

/** A short stroke along the middle of each oval. */
const seeds = ([x, y]: Point): string =>
  DIAGONALS.map(([dx, dy]) => `M${x + 13 * dx} ${y + 13 * dy}l${15 * dx} ${15 * dy}`).join("");
