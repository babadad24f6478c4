import { contrast } from "../contrast.ts";
import type { Box } from "../geometry.ts";
import type { PlacedCode } from "./barcode.ts";
import { Light } from "./pixel-light.ts";
import type { DrawnSide } from "./render.ts";

/** One code as it stands on a drawn card. */
export interface MeasuredCode {
  /** Whole pixels of a module at 300 dpi. */
  readonly modulePx: number;
  /** Light before the first dark thing to the left or right of the bars, in modules, up to twenty. */
  readonly quietModules: number;
  /** Between the darkest light and the lightest dark inside the code. */
  readonly contrast: number;
}

/** A laser reads what returns less than half of the light as dark. */
const DARK = 0.5;
/** No rule asks for more light than this. */
const LOOK_MODULES = 20;

export function measureCode({ canvas, surface }: DrawnSide, { bars, modulePx }: PlacedCode): MeasuredCode {
  const whole = around(bars);
  return {
    modulePx: (modulePx * 300) / surface.dpi,
    quietModules: Math.floor(Math.min(...bothSides(canvas, whole, modulePx)) / modulePx),
    contrast: contrastWithin(new Light(canvas, whole), whole, bars),
  };
}

/** Free pixels to the left and to the right; the picture's edge ends them. */
function bothSides(canvas: DrawnSide["canvas"], whole: Box, modulePx: number): readonly [number, number] {
  const look = LOOK_MODULES * modulePx;
  const left = new Light(canvas, { ...whole, x: whole.x - look, width: Math.min(look, whole.x) });
  const right = new Light(canvas, { ...whole, x: whole.x + whole.width, width: look });
  const leftFrom = Math.max(0, look - whole.x);
  return [
    free(left, (step) => left.widthPx - 1 - step, look - leftFrom),
    free(right, (step) => step, right.widthPx),
  ];
}

function free(light: Light, xAt: (step: number) => number, most: number): number {
  let least = Math.min(most, light.widthPx);
  for (let y = 0; y < light.heightPx; y++) {
    for (let step = 0; step < least; step++) {
      if (light.at(xAt(step), y) < DARK) least = step;
    }
  }
  return least;
}

function contrastWithin(light: Light, whole: Box, bars: readonly Box[]): number {
  const isBar = new Uint8Array(light.widthPx * light.heightPx);
  for (const bar of bars) {
    const from = bar.x - whole.x;
    for (let y = bar.y - whole.y; y < bar.y - whole.y + bar.height; y++)
      isBar.fill(1, y * light.widthPx + from, y * light.widthPx + from + bar.width);
  }
  let darkestLight = 1;
  let lightestDark = 0;
  for (const [index, bright] of light.all().entries()) {
    if (isBar[index]) lightestDark = Math.max(lightestDark, bright);
    else darkestLight = Math.min(darkestLight, bright);
  }
  return darkestLight <= lightestDark ? 1 : contrast(darkestLight, lightestDark);
}

function around(bars: readonly Box[]): Box {
  const x = Math.min(...bars.map((bar) => bar.x));
  const y = Math.min(...bars.map((bar) => bar.y));
  const right = Math.max(...bars.map((bar) => bar.x + bar.width));
  const bottom = Math.max(...bars.map((bar) => bar.y + bar.height));
  return { x, y, width: right - x, height: bottom - y };
}
