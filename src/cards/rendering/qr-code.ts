import bwipjs from "bwip-js/node";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { type Box, pixelsInside, type Surface } from "../geometry.ts";
import type { LayerOf } from "../template.ts";
import type { PlacedCode } from "./barcode.ts";

/** Light on each side, in modules (ISO/IEC 18004). */
const QUIET_MODULES = 4;
/** At 300 dpi; with 2 px a blurred picture was no longer read (facts/cards.md 7). */
const LEAST_MODULE_PX = 3;

/** As large as its box allows in whole pixels. Rejects with `MEMBER_NO_UNPRINTABLE` or `MEMBER_NO_TOO_LONG`. */
export function placeQr(
  memberNo: MemberNo,
  { box, level = "M" }: LayerOf<"qr">,
  surface: Surface,
): PlacedCode {
  if (!/^[\x20-\x7e]+$/.test(memberNo)) throw new TitianError("MEMBER_NO_UNPRINTABLE");
  const symbol = qrModules(memberNo, level);
  if (!symbol) throw new TitianError("MEMBER_NO_UNPRINTABLE");

  const { pixs, modules } = symbol;
  const ground = pixelsInside(box, surface);
  const modulePx = Math.floor(Math.min(ground.width, ground.height) / (modules + 2 * QUIET_MODULES));
  if (modulePx < (LEAST_MODULE_PX * surface.dpi) / 300)
    throw new TitianError("MEMBER_NO_TOO_LONG", { details: { length: memberNo.length } });

  const left = ground.x + Math.floor((ground.width - modules * modulePx) / 2);
  const top = ground.y + Math.floor((ground.height - modules * modulePx) / 2);
  return { ground, bars: runsOf(pixs, modules, { left, top, modulePx }), modulePx };
}

/** A text as modules, row by row, 1 for dark; undefined for what no such code can carry. */
export function qrModules(
  text: string,
  eclevel: string,
): { readonly pixs: readonly number[]; readonly modules: number } | undefined {
  const options = { bcid: "qrcode", text, parse: false, eclevel };
  const [symbol] = bwipjs.raw(options);
  return symbol && "pixs" in symbol ? { pixs: symbol.pixs, modules: symbol.pixx } : undefined;
}

/** Dark modules of a row that touch each other are one bar: a sheet of cards has a tenth of the shapes. */
function runsOf(
  pixs: readonly number[],
  modules: number,
  { left, top, modulePx }: { readonly left: number; readonly top: number; readonly modulePx: number },
): readonly Box[] {
  const bars: Box[] = [];
  for (let row = 0; row < modules; row++) {
    let from: number | undefined;
    for (let column = 0; column <= modules; column++) {
      const isDark = column < modules && pixs[row * modules + column] === 1;
      if (isDark) from ??= column;
      else if (from !== undefined) {
        const width = (column - from) * modulePx;
        bars.push({ x: left + from * modulePx, y: top + row * modulePx, width, height: modulePx });
        from = undefined;
      }
    }
  }
  return bars;
}
