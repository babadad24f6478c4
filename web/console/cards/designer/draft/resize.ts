import { type Box, roundMm } from "./card-area.ts";
import { type Axis, type SnapLine, type SnapRule, snapEdge } from "./snap.ts";

/** Corners and sides, by the compass. */
export const HANDLES = ["nw", "n", "ne", "e", "se", "s", "sw", "w"] as const;
export type Handle = (typeof HANDLES)[number];

export interface Resized {
  readonly box: Box;
  readonly guides: readonly SnapLine[];
}

/** A handle and how far it is drawn, mm. */
interface Pull {
  readonly handle: Handle;
  readonly by: { readonly dx: number; readonly dy: number };
  /** The shortest side. */
  readonly least: number;
  /** Width to height, where that is fixed. */
  readonly ratio?: number | undefined;
}

/** The box with one handle drawn by so many millimetres; the opposite side, or corner, stays. */
export function resized(start: Box, { handle, by, least, ratio }: Pull, rule: SnapRule): Resized {
  const across = drawn(
    { axis: "x", from: start.x, length: start.width },
    { end: endOf(handle, "w", "e"), by: by.dx, least },
    rule,
  );
  const down = drawn(
    { axis: "y", from: start.y, length: start.height },
    { end: endOf(handle, "n", "s"), by: by.dy, least },
    rule,
  );
  const box = { x: across.from, y: down.from, width: across.length, height: down.length };
  const guides = [...across.guides, ...down.guides];
  return ratio === undefined ? { box, guides } : { box: inRatio(start, box, { handle, ratio }), guides };
}

type End = "first" | "last" | undefined;

const endOf = (handle: Handle, first: string, last: string): End =>
  handle.includes(first) ? "first" : handle.includes(last) ? "last" : undefined;

interface Stretch {
  readonly axis: Axis;
  readonly from: number;
  readonly length: number;
}

function drawn(
  { axis, from, length }: Stretch,
  { end, by, least }: { readonly end: End; readonly by: number; readonly least: number },
  rule: SnapRule,
): Omit<Stretch, "axis"> & { readonly guides: readonly SnapLine[] } {
  if (end === undefined) return { from, length, guides: [] };
  const last = from + length;
  if (end === "last") {
    const { at, guides } = snapEdge(axis, last + by, rule);
    return { from, length: roundMm(Math.max(at - from, least)), guides };
  }
  const { at, guides } = snapEdge(axis, from + by, rule);
  const kept = Math.min(at, last - least);
  return { from: roundMm(kept), length: roundMm(last - kept), guides };
}

/** Both sides follow the one that was drawn further. */
function inRatio(
  start: Box,
  box: Box,
  { handle, ratio }: { readonly handle: Handle; readonly ratio: number },
): Box {
  const isCorner = handle.length === 2;
  const isTaller = Math.abs(box.height - start.height) * ratio > Math.abs(box.width - start.width);
  const isByHeight = isCorner ? isTaller : handle === "n" || handle === "s";
  const width = isByHeight ? box.height * ratio : box.width;
  const height = isByHeight ? box.height : box.width / ratio;
  return {
    x: handle.includes("w") ? start.x + start.width - width : start.x,
    y: handle.includes("n") ? start.y + start.height - height : start.y,
    width,
    height,
  };
}
