import { isShown } from "../condition.ts";
import { contrast, luminanceOf } from "../contrast.ts";
import { type Box, type Surface, toPixels } from "../geometry.ts";
import type { CardContent } from "../print-job.ts";
import { type Line, layOut } from "../scene.ts";
import type { Side, TextLayer } from "../template.ts";
import type { Measure } from "../text-fit.ts";
import { Light } from "./pixel-light.ts";
import type { DrawnSide } from "./render.ts";

/** One text of a side as it stands on a drawn card. */
export interface MeasuredText {
  readonly layer: number;
  /** Height of the em in millimetres, after fitting. */
  readonly size: number;
  /** Against what is under the letters, the worst tenth of it. */
  readonly contrast: number;
  /** What it should be: 3 for large letters, 4.5 for others (WCAG 2.2, 1.4.3). */
  readonly least: number;
}

/** Large by WCAG: 18 points, or 14 and bold, in millimetres of em. */
const LARGE_MM = { 400: 6.35, 700: 4.94 } as const;
const WORST_SHARE = 0.1;

/** `upTo` draws the side with so many of its layers: what is under a text is what was painted before it. */
export async function measureTexts(
  side: Side,
  content: CardContent,
  measure: Measure,
  upTo: (layers: number) => Promise<DrawnSide>,
): Promise<readonly MeasuredText[]> {
  const found: MeasuredText[] = [];
  let ground: DrawnSide | undefined;
  let drawnTo = 0;
  for (const [index, layer] of side.layers.entries()) {
    if (layer.kind !== "text" || !isShown(layer, content)) continue;
    const lines = layOut({ layers: [layer] }, content, measure).filter((item) => item.kind === "line");
    const [first] = lines;
    if (!first) continue;
    // Words are not the ground of other words: what was drawn for the last text will do, up to the next picture or shape.
    const isDrawn = side.layers.slice(drawnTo, index).every(({ kind }) => kind === "text");
    if (!ground || !isDrawn) {
      ground = await upTo(index);
      drawnTo = index;
    }
    const under = ground;
    const light = lines.flatMap((line) => groundOf(line, under, measure));
    found.push({ layer: index, size: first.size, ...against(light, layer, first.size) });
  }
  return found;
}

function against(light: readonly number[], { colour, weight }: TextLayer, size: number) {
  const ink = luminanceOf(colour);
  const all = light.map((ground) => contrast(ink, ground)).sort((a, b) => a - b);
  return {
    contrast: all[Math.floor(all.length * WORST_SHARE)] ?? 1,
    least: size >= LARGE_MM[weight] ? 3 : 4.5,
  };
}

function groundOf(line: Line, { canvas, surface }: DrawnSide, measure: Measure): readonly number[] {
  return new Light(canvas, boxOf(line, surface, measure)).all();
}

/** The room that the ink of a line takes, in pixels. */
function boxOf({ text, x, baseline, size, weight, tracking }: Line, surface: Surface, measure: Measure): Box {
  const { width, ascent, descent } = measure(text, weight);
  return toPixels(
    {
      ...{ x, y: baseline - ascent * size },
      ...{ width: (width + tracking * text.length) * size, height: (ascent + descent) * size },
    },
    surface,
  );
}
