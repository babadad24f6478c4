import { useRef } from "preact/hooks";
import { useModel } from "../../../state/model.ts";
import { Icon } from "../../../ui/icons.tsx";
import { useShutMenu } from "../../../ui/shut-menu.ts";
import { useDesigning } from "../designing.ts";
import { addLayers } from "../draft/edits.ts";
import { newLayer, newPicture } from "../draft/new-layer.ts";
import { PictureUpload } from "../picture-upload.tsx";

const KINDS = ["text", "photo", "barcode", "qr", "rect", "shape"] as const;

/** One more layer, in the middle of the card and chosen. */
export function AddLayer({ isFull }: { readonly isFull: boolean }) {
  const { text } = useModel();
  const { session } = useDesigning();
  const menu = useRef<HTMLDetailsElement>(null);
  const shut = useShutMenu(menu);
  const { layers, kinds, newText } = text.designer;
  const { orientation } = session.draft;
  if (isFull) return <p class="ti-meta">{layers.full}</p>;
  return (
    <details class="menu" ref={menu}>
      <summary class="ti-btn" data-testid="add-layer">
        <Icon name="plus" />
        {layers.add}
      </summary>
      <div class="menu-list">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="ti-btn ti-btn-left"
            data-testid={`add-${kind}`}
            onClick={() => {
              shut();
              session.do((editor) => addLayers(editor, [newLayer(kind, orientation, newText)]));
            }}
          >
            {kinds[kind]}
          </button>
        ))}
        <PictureUpload
          label={kinds.image}
          testid="add-image"
          onPicture={({ asset, ratio }) => {
            shut();
            session.do((editor) => addLayers(editor, [newPicture(asset, orientation, ratio)]));
          }}
        />
      </div>
    </details>
  );
}
