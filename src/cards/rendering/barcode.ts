import bwipjs from "bwip-js/node";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { type Box, PX_PER_MM, pixelsInside } from "../geometry.ts";
import type { LayerOf } from "../template.ts";

/** Light on each side, in modules: Code 128's own rule. Without it 60 of 60 readings on dark art failed. */
const QUIET_MODULES = 10;

/**
 * Pixels per module at 300 dpi, best first: 0.254 mm reads through blur, JPEG and tilt; 0.169 mm is for numbers that
 * leave no choice. Below that scanners of a library desk stop reading.
 */
const MODULE_PX = [3, 2] as const;

export interface PlacedBarcode {
  /** The white ground, in raster pixels. */
  readonly ground: Box;
  /** The black bars, in whole raster pixels. */
  readonly bars: readonly Box[];
  readonly modulePx: number;
}

/** Code 128 on whole pixels, so that no edge is ever grey. Rejects with `MEMBER_NO_UNPRINTABLE` or `MEMBER_NO_TOO_LONG`. */
export function placeBarcode(memberNo: MemberNo, layer: LayerOf<"barcode">): PlacedBarcode {
  const widths = code128(memberNo);
  const modules = widths.reduce((sum, width) => sum + width, 0);
  const ground = pixelsInside(layer.box);
  const modulePx = MODULE_PX.find((px) => (modules + 2 * QUIET_MODULES) * px <= ground.width);
  if (modulePx === undefined)
    throw new TitianError("MEMBER_NO_TOO_LONG", { details: { length: memberNo.length } });

  const y = ground.y + Math.round(layer.barsTop * PX_PER_MM);
  const height = Math.ceil(layer.barsHeight * PX_PER_MM);
  const bars: Box[] = [];
  let x = ground.x + Math.floor((ground.width - modules * modulePx) / 2);
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) bars.push({ x, y, width: width * modulePx, height });
    x += width * modulePx;
  }
  return { ground, bars, modulePx };
}

/** Bar, space, bar, … in modules. */
function code128(memberNo: MemberNo): readonly number[] {
  // The encoder itself takes control characters and Latin-1; a scanner that types into a form does not give them back.
  if (!/^[\x20-\x7e]+$/.test(memberNo)) throw new TitianError("MEMBER_NO_UNPRINTABLE");

  const [symbol] = bwipjs.raw({ bcid: "code128", text: memberNo, parse: false });
  if (!symbol || !("sbs" in symbol)) throw new TitianError("MEMBER_NO_UNPRINTABLE");
  return symbol.sbs;
}
