import { isShown, shownBy } from "./condition.ts";
import type { CardContent } from "./print-job.ts";
import type { LayerOf, Side, TextLayer } from "./template.ts";
import { fitText, type Measure } from "./text-fit.ts";

/** One line of text, ready to be drawn. Everything is in millimetres from the card's corner. */
export interface Line {
  readonly kind: "line";
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly weight: 400 | 700;
  readonly colour: string;
  readonly tracking: number;
}

export type Drawn =
  | LayerOf<"rect">
  | LayerOf<"shape">
  | LayerOf<"image">
  | Line
  | LayerOf<"photo">
  | LayerOf<"barcode">
  | LayerOf<"qr">;

/** What is to be painted on one side, in order, with every decision about words already taken. */
export function layOut(side: Side, content: CardContent, measure: Measure): readonly Drawn[] {
  return side.layers
    .filter((layer) => isShown(layer, content))
    .flatMap((layer): readonly Drawn[] =>
      layer.kind === "text" ? setText(layer, content, measure) : [layer],
    );
}

/** A capital letter of Source Sans 3 is this much of the em: text is centred by its capitals, as the eye does. */
const CAPITAL = 0.66;

function setText(layer: TextLayer, content: CardContent, measure: Measure): readonly Line[] {
  const words = layer.content
    .map((part) => (typeof part === "string" ? part : shownBy(part.bind, content)))
    .filter((part) => part !== undefined && part.trim() !== "");
  if (words.length === 0) return [];

  const { box, weight, colour, align, tracking = 0 } = layer;
  const measured: Measure = (text) => {
    const extent = measure(text, weight);
    return { ...extent, width: extent.width + tracking * text.length };
  };
  const { lines, size, leading, ascent, descent } = fitText(words.join(" · "), box, layer, measure);
  const below = leading * (lines.length - 1);
  const centred = box.y + (box.height - CAPITAL * size - below) / 2 + CAPITAL * size;
  const lowest = box.y + box.height - below - descent;
  const first = Math.max(Math.min(centred, lowest), box.y + ascent);

  return lines.map((text, index): Line => {
    const spare = box.width - measured(text, weight).width * size;
    const shift = align === "left" ? 0 : align === "right" ? spare : spare / 2;
    return {
      kind: "line",
      text,
      x: box.x + shift,
      baseline: first + leading * index,
      size,
      weight,
      colour,
      tracking,
    };
  });
}
