import { useModel } from "../../../state/model.ts";
import { optionsOf, SelectField } from "../../../ui/select-field.tsx";
import type { LayerOf } from "../draft/template-types.ts";
import { ColourField } from "./colour-field.tsx";
import { ContentFields } from "./content-fields.tsx";
import { NumberField } from "./number-field.tsx";
import { useLayerChange } from "./use-layer.ts";

/** What the template allows, mm; spacing as a share of the em, lines as a count. */
const SIZE_MM = { least: 1, most: 12 } as const;

/** A text's content, its letters, and how it gives way when there is more of it than room. */
export function TextFields({ id, layer }: { readonly id: number; readonly layer: LayerOf<"text"> }) {
  const { properties } = useModel().text.designer;
  const change = useLayerChange<LayerOf<"text">>(id);
  return (
    <>
      <ContentFields
        content={layer.content}
        onChange={(content, gesture) => change({ content: [...content] }, gesture)}
      />
      <div class="duo">
        <NumberField
          label={properties.size}
          value={layer.size}
          {...SIZE_MM}
          step={0.1}
          testid="field-size"
          onChange={(size, gesture) => change({ size, minSize: Math.min(layer.minSize, size) }, gesture)}
        />
        <NumberField
          label={properties.minSize}
          value={layer.minSize}
          least={SIZE_MM.least}
          most={layer.size}
          step={0.1}
          onChange={(minSize, gesture) => change({ minSize }, gesture)}
        />
        <NumberField
          label={properties.maxLines}
          value={layer.maxLines}
          least={1}
          most={12}
          step={1}
          onChange={(lines, gesture) => change({ maxLines: Math.round(lines) }, gesture)}
        />
        <NumberField
          label={properties.tracking}
          value={layer.tracking ?? 0}
          least={-0.05}
          most={0.3}
          step={0.01}
          onChange={(tracking, gesture) => change({ tracking: tracking || undefined }, gesture)}
        />
        <SelectField
          label={properties.weight}
          value={`${layer.weight}`}
          options={optionsOf(properties.weights)}
          onChange={(weight) => change({ weight: weight === "700" ? 700 : 400 })}
        />
        <SelectField
          label={properties.align}
          value={layer.align}
          options={optionsOf(properties.aligns)}
          onChange={(align) => change({ align })}
        />
      </div>
      <ColourField
        label={properties.colour}
        value={layer.colour}
        onChange={(colour, gesture) => change({ colour }, gesture)}
        testid="field-colour"
      />
    </>
  );
}
