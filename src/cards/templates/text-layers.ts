import type { Box } from "../geometry.ts";
import type { BindingName, Layer, TextLayer } from "../template.ts";

type Words = Partial<Omit<TextLayer, "kind" | "box" | "size" | "minSize">> &
  Pick<TextLayer, "content" | "colour">;

/** Left, regular, on one line, unless said otherwise. `sizes`: the em wished for and the smallest, in millimetres. */
export function text(box: Box, [size, minSize]: readonly [number, number], words: Words): Layer {
  return {
    ...{ kind: "text", box, align: "left", weight: 400, maxLines: 1 },
    ...{ size, minSize },
    ...words,
  };
}

export interface Inks {
  readonly label: string;
  readonly value: string;
}

/** A small label over its value, 7.2 mm in all; both stay away when there is no value. */
export function labelled(
  label: string,
  bind: BindingName,
  { x, y, width }: Pick<Box, "x" | "y" | "width">,
  { label: soft, value }: Inks,
): readonly Layer[] {
  const when = { has: bind };
  return [
    text({ x, y, width, height: 2.9 }, [2.2, 1.6], { when, content: [label], colour: soft }),
    text({ x, y: y + 2.8, width, height: 4.4 }, [3.2, 2], {
      ...{ when, content: [{ bind }], colour: value, weight: 700, maxLines: 2 },
    }),
  ];
}

/** Bars with the number under them, inside their white box; 4.2 mm higher than the bars. */
export function numbered(
  { x, y, width }: Pick<Box, "x" | "y" | "width">,
  barsHeight: number,
): readonly Layer[] {
  return [
    {
      kind: "barcode",
      box: { x, y, width, height: barsHeight + 4.2 },
      radius: 1,
      barsTop: 1,
      barsHeight,
    },
    text({ x: x + 2, y: y + 1.1 + barsHeight, width: width - 4, height: 3.1 }, [2.5, 1.6], {
      ...{ content: [{ bind: "memberNo" }], colour: "#000000", align: "center", tracking: 0.11 },
    }),
  ];
}

/** Over every cut line by as much as a sheet can have: 2.5 mm. */
export const BLEED_MM = 2.5;

export function filled(
  fill: string,
  { width, height }: Pick<Box, "width" | "height"> = { width: 85.6, height: 53.98 },
): Layer {
  return {
    kind: "rect",
    box: { x: -BLEED_MM, y: -BLEED_MM, width: width + 2 * BLEED_MM, height: height + 2 * BLEED_MM },
    fill,
  };
}
