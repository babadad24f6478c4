import bwipjs from "bwip-js/node";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { type Box, pixelsInside, type Surface } from "../geometry.ts";
import type { BarcodeLayer, Symbology } from "../template.ts";

/** Light on each side, in modules: the rule of Code 128 and Code 39. Without it 60 of 60 readings on dark art failed. */
const QUIET_MODULES = 10;

/**
 * Pixels per module at 300 dpi, best first: 0.254 mm reads through blur, JPEG and tilt; 0.169 mm is for numbers that
 * leave no choice. Below that scanners of a library desk stop reading.
 */
const MODULE_PX = [3, 2] as const;

/** Bars or squares of a symbol on its white ground, in whole raster pixels: no edge is ever grey. */
export interface PlacedCode {
  readonly ground: Box;
  readonly bars: readonly Box[];
  readonly modulePx: number;
}

/** Rejects with `MEMBER_NO_UNPRINTABLE` or `MEMBER_NO_TOO_LONG`. */
export function placeBarcode(memberNo: MemberNo, layer: BarcodeLayer, surface: Surface): PlacedCode {
  const widths = WIDTHS[layer.symbology ?? "code128"](memberNo);
  const modules = widths.reduce((sum, width) => sum + width, 0);
  const ground = pixelsInside(layer.box, surface);
  const scale = surface.dpi / 300;
  const modulePx = MODULE_PX.map((px) => px * scale).find(
    (px) => (modules + 2 * QUIET_MODULES) * px <= ground.width,
  );
  if (modulePx === undefined)
    throw new TitianError("MEMBER_NO_TOO_LONG", { details: { length: memberNo.length } });

  const y = ground.y + Math.round(layer.barsTop * surface.pxPerMm);
  const height = Math.ceil(layer.barsHeight * surface.pxPerMm);
  const bars: Box[] = [];
  let x = ground.x + Math.floor((ground.width - modules * modulePx) / 2);
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) bars.push({ x, y, width: width * modulePx, height });
    x += width * modulePx;
  }
  return { ground, bars, modulePx };
}

/** Bar, space, bar, … in modules. */
const WIDTHS: Readonly<Record<Symbology, (memberNo: MemberNo) => readonly number[]>> = {
  code128(memberNo) {
    // The encoder itself takes control characters and Latin-1; a scanner that types into a form does not give them back.
    if (!/^[\x20-\x7e]+$/.test(memberNo)) throw new TitianError("MEMBER_NO_UNPRINTABLE");
    return widthsOf("code128", memberNo);
  },
  code39(memberNo) {
    // Capitals only, as INLISLite 3.2 prints them; its search does not tell the cases apart.
    const capitals = memberNo.toUpperCase();
    if (!/^[0-9A-Z .$/+%-]+$/.test(capitals)) throw new TitianError("MEMBER_NO_UNPRINTABLE");
    return widthsOf("code39", capitals);
  },
};

function widthsOf(bcid: string, text: string): readonly number[] {
  const [symbol] = bwipjs.raw({ bcid, text, parse: false });
  if (!symbol || !("sbs" in symbol)) throw new TitianError("MEMBER_NO_UNPRINTABLE");
  return symbol.sbs;
}
