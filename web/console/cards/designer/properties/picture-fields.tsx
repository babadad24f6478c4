import { useModel } from "../../../state/model.ts";
import { optionsOf, SelectField } from "../../../ui/select-field.tsx";
import type { LayerOf } from "../draft/template-types.ts";
import { PictureUpload } from "../picture-upload.tsx";
import { useLayerChange } from "./use-layer.ts";

export function PictureFields({ id, layer }: { readonly id: number; readonly layer: LayerOf<"image"> }) {
  const { properties } = useModel().text.designer;
  const change = useLayerChange<LayerOf<"image">>(id);
  return (
    <>
      <PictureUpload
        label={properties.upload}
        testid="change-picture"
        onPicture={({ asset }) => change({ asset })}
      />
      <SelectField
        label={properties.fit}
        value={layer.fit}
        options={optionsOf(properties.fits)}
        onChange={(fit) => change({ fit })}
      />
    </>
  );
}
