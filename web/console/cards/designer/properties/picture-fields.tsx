import { useModel } from "../../../state/model.ts";
import { optionsOf, SelectField } from "../../../ui/select-field.tsx";
import { useDesigning } from "../designing.ts";
import { changePicture } from "../draft/edits.ts";
import type { LayerOf } from "../draft/template-types.ts";
import { LibraryPicture } from "../library-picture.tsx";
import { PictureUpload } from "../picture-upload.tsx";
import { useLayerChange } from "./use-layer.ts";

export function PictureFields({ id, layer }: { readonly id: number; readonly layer: LayerOf<"image"> }) {
  const { properties } = useModel().text.designer;
  const { session } = useDesigning();
  const change = useLayerChange<LayerOf<"image">>(id);
  const show = (asset: string): void => session.do((editor) => changePicture(editor, layer.asset, asset));
  return (
    <>
      <PictureUpload
        label={properties.upload}
        testid="change-picture"
        onPicture={({ asset }) => show(asset)}
      />
      <LibraryPicture onPicture={show} />
      <SelectField
        label={properties.fit}
        value={layer.fit}
        options={optionsOf(properties.fits)}
        onChange={(fit) => change({ fit })}
      />
    </>
  );
}
