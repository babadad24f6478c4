import { FaultNote } from "../../console/ui/fault-note.tsx";
import { Icon } from "../../console/ui/icons.tsx";
import type { Crop } from "../../photo/crop.ts";
import { cropByKey } from "../../photo/crop-by-key.ts";
import type { SeenFaces } from "../../photo/face-suggestion.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { useCompanion } from "../companion-model.ts";
import { CropFrame } from "./crop-frame.tsx";
import type { Delivery } from "./delivery.ts";
import { GoButton } from "./go-button.tsx";
import { ShotHints } from "./shot-hints.tsx";

export function FrozenView({
  shot,
  crop,
  faces,
  delivery,
  onCrop,
  onAgain,
}: {
  readonly shot: Shot;
  readonly crop: Crop;
  readonly faces: SeenFaces | undefined;
  readonly delivery: Delivery;
  readonly onCrop: (crop: Crop) => void;
  readonly onAgain: () => void;
}) {
  const { drawer } = useCompanion().text;
  const { sending } = delivery;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble from the buttons inside move the frame.
    <div
      class="frozen"
      onKeyDown={({ key, shiftKey }) => {
        const picture = { widthPx: shot.bitmap.width, heightPx: shot.bitmap.height };
        const moved = cropByKey(key, crop, picture, shiftKey);
        if (moved) onCrop(moved);
      }}
    >
      <CropFrame shot={shot} crop={crop} onCrop={onCrop} />
      <ShotHints shot={shot} crop={crop} faces={faces} />
      <FaultNote fault={sending.fault} />
      <GoButton
        icon="check"
        label={sending.isSlow ? drawer.putting : drawer.use}
        keyName={sending.isSlow ? undefined : "Enter"}
        action={sending}
        onPress={() => delivery.send(shot, crop)}
        testid="photo-use"
      />
      <div class="others">
        <button
          type="button"
          class="ti-btn ti-btn-left"
          data-testid="photo-again"
          disabled={sending.isBusy}
          onClick={onAgain}
        >
          <Icon name="camera" />
          {drawer.again}
        </button>
      </div>
      <p class="ti-meta">{drawer.move}</p>
    </div>
  );
}
