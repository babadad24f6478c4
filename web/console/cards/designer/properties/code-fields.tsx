import { useModel } from "../../../state/model.ts";
import { optionsOf, SelectField } from "../../../ui/select-field.tsx";
import type { LayerOf } from "../draft/template-types.ts";
import { NumberField } from "./number-field.tsx";
import { useLayerChange } from "./use-layer.ts";

/** What the template allows, mm: lower bars are missed by hand-held scanners. */
const BARS_MM = { least: 8, most: 30 } as const;

export function BarcodeFields({ id, layer }: { readonly id: number; readonly layer: LayerOf<"barcode"> }) {
  const { designer, cards } = useModel().text;
  const { properties } = designer;
  const change = useLayerChange<LayerOf<"barcode">>(id);
  return (
    <>
      <SelectField
        label={properties.symbology}
        value={layer.symbology ?? "code128"}
        options={optionsOf(cards.symbologies)}
        hint={properties.symbologyHint}
        testid="field-symbology"
        onChange={(symbology) => change({ symbology: symbology === "code128" ? undefined : symbology })}
      />
      <div class="duo">
        <NumberField
          label={properties.barsTop}
          value={layer.barsTop}
          least={0}
          most={20}
          onChange={(barsTop, gesture) => change({ barsTop }, gesture)}
        />
        <NumberField
          label={properties.barsHeight}
          value={layer.barsHeight}
          {...BARS_MM}
          onChange={(barsHeight, gesture) => change({ barsHeight }, gesture)}
        />
      </div>
    </>
  );
}

export function QrFields({ id, layer }: { readonly id: number; readonly layer: LayerOf<"qr"> }) {
  const { properties } = useModel().text.designer;
  const change = useLayerChange<LayerOf<"qr">>(id);
  return (
    <SelectField
      label={properties.level}
      value={layer.level ?? "M"}
      options={optionsOf(properties.levels)}
      onChange={(level) => change({ level })}
    />
  );
}
