/** A rectangle in shares of a picture. May stick out of it: a face at the edge is a face. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const along = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.max(0, Math.min(a + aLength, b + bLength) - Math.max(a, b));

/** Area in common as a share of the area of both: 0 apart, 1 the same. */
export function overlapping(a: Box, b: Box): number {
  const common = along(a.x, a.width, b.x, b.width) * along(a.y, a.height, b.y, b.height);
  const both = a.width * a.height + b.width * b.height - common;
  return both === 0 ? 0 : common / both;
}
