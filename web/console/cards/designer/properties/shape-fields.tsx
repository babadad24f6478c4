import { useModel } from "../../../state/model.ts";
import type { LayerOf } from "../draft/template-types.ts";
import { ColourField } from "./colour-field.tsx";
import { NumberField } from "./number-field.tsx";
import { useLayerChange } from "./use-layer.ts";

/** A drawing's fill and its line; the drawing itself is moved and scaled by its box. */
export function ShapeFields({ id, layer }: { readonly id: number; readonly layer: LayerOf<"shape"> }) {
  const { properties } = useModel().text.designer;
  const change = useLayerChange<LayerOf<"shape">>(id);
  const { fill, stroke } = layer;
  return (
    <>
      {fill === undefined ? null : (
        <ColourField
          label={properties.fill}
          value={fill}
          onChange={(colour, gesture) => change({ fill: colour }, gesture)}
        />
      )}
      {stroke === undefined ? null : (
        <div class="duo">
          <ColourField
            label={properties.stroke}
            value={stroke.colour}
            onChange={(colour, gesture) => change({ stroke: { ...stroke, colour } }, gesture)}
          />
          <NumberField
            label={properties.strokeWidth}
            value={stroke.width}
            least={0.05}
            most={20}
            step={0.1}
            onChange={(width, gesture) => change({ stroke: { ...stroke, width } }, gesture)}
          />
        </div>
      )}
    </>
  );
}
