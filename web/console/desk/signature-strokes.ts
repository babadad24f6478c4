/** A point as shares of the pad, so that a drawing survives a change of size. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
}

export type Stroke = readonly InkPoint[];

/** Too little for a signature: a touch by mistake. Length along the strokes, as a share of the pad's width. */
const SHORTEST = 0.06;

export function isSignature(strokes: readonly Stroke[]): boolean {
  let length = 0;
  for (const stroke of strokes) {
    for (const [index, point] of stroke.entries()) {
      const before = stroke[index - 1];
      if (before) length += Math.hypot(point.x - before.x, point.y - before.y);
    }
  }
  return length >= SHORTEST;
}
