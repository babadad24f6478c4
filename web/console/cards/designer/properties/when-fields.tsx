import { useModel } from "../../../state/model.ts";
import { optionsOf, SelectField } from "../../../ui/select-field.tsx";
import { useKnownTypes } from "../../known-types.ts";
import { MemberTypesField } from "../../member-types-field.tsx";
import { YesNoField } from "../../yes-no-field.tsx";
import type { BindingName, Layer, When } from "../draft/template-types.ts";
import { useLayerChange } from "./use-layer.ts";

/** When a layer is on a card at all; without a condition, always. */
export function WhenFields({ id, layer }: { readonly id: number; readonly layer: Layer }) {
  const { designer } = useModel().text;
  const { properties } = designer;
  const types = useKnownTypes();
  const change = useLayerChange<Layer>(id);
  const when: When = layer.when ?? {};
  const set = (part: { readonly [K in keyof When]?: When[K] | undefined }): void => {
    const kept = Object.entries({ ...when, ...part }).filter(([, value]) => value !== undefined);
    change({ when: kept.length === 0 ? undefined : (Object.fromEntries(kept) as When) });
  };
  const values: (readonly [BindingName | "any", string])[] = [
    ["any", properties.whenAnyValue],
    ...optionsOf(designer.bindings),
  ];
  return (
    <details class="fields when" open={layer.when !== undefined}>
      <summary>{properties.when}</summary>
      <YesNoField
        label={properties.whenPhoto}
        words={properties.whenPhotos}
        value={when.photo}
        testid="when-photo"
        onChange={(photo) => set({ photo })}
      />
      <YesNoField
        label={properties.whenMinor}
        words={properties.whenMinors}
        value={when.minor}
        onChange={(minor) => set({ minor })}
      />
      <MemberTypesField
        label={properties.whenTypes}
        known={types}
        value={when.memberTypes}
        onChange={(memberTypes) => set({ memberTypes })}
      />
      <SelectField
        label={properties.whenHas}
        value={when.has ?? "any"}
        options={values}
        onChange={(has) => set({ has: has === "any" ? undefined : has })}
      />
      <SelectField
        label={properties.whenHasNot}
        value={when.hasNot ?? "any"}
        options={values}
        onChange={(hasNot) => set({ hasNot: hasNot === "any" ? undefined : hasNot })}
      />
    </details>
  );
}
