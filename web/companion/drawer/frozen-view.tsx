import { useSignal } from "@preact/signals";
import { FaultNote } from "../../console/ui/fault-note.tsx";
import { Icon } from "../../console/ui/icons.tsx";
import { EditSwitch } from "../../photo/edit-switch.tsx";
import { EditTools } from "../../photo/edit-tools.tsx";
import type { PhotoEditing } from "../../photo/photo-editing.ts";
import { type Edits, edit } from "../../photo/photo-edits.ts";
import { PhotoHints } from "../../photo/photo-hints.tsx";
import type { Shot } from "../../photo/photo-session.ts";
import { useCompanion } from "../companion-model.ts";
import { CropFrame } from "./crop-frame.tsx";
import type { Delivery } from "./delivery.ts";
import { GoButton } from "./go-button.tsx";

export function FrozenView({
  shot,
  edits,
  editing,
  delivery,
  onAgain,
}: {
  readonly shot: Shot;
  readonly edits: Edits;
  readonly editing: PhotoEditing;
  readonly delivery: Delivery;
  readonly onAgain: () => void;
}) {
  const { drawer } = useCompanion().text;
  const { sending } = delivery;
  const isWithTools = useSignal(edits.past.length > 0);
  const turned = editing.turned ?? shot;
  const change = (next: Edits): void => {
    editing.edits.value = next;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble from the buttons inside move the frame.
    <div
      class={isWithTools.value ? "frozen editing" : "frozen"}
      onKeyDown={(event) => {
        // A slider has arrow keys of its own.
        if (!(event.target instanceof HTMLInputElement) && editing.press(event)) event.preventDefault();
      }}
    >
      <CropFrame
        shot={turned}
        edited={edits.now}
        onCrop={(crop, gesture) => change(edit(edits, { crop }, gesture))}
      />
      <EditSwitch isEditing={isWithTools} />
      {isWithTools.value ? <EditTools shot={shot} edits={edits} onEdits={change} /> : null}
      <PhotoHints shot={turned} edited={edits.now} faces={editing.faces.value} />
      <FaultNote fault={sending.fault} />
      <GoButton
        icon="check"
        label={sending.isSlow ? drawer.putting : drawer.use}
        keyName={sending.isSlow ? undefined : "Enter"}
        action={sending}
        onPress={() => delivery.send(shot, edits.now)}
        testid="photo-use"
      />
      {isWithTools.value ? null : (
        <>
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
        </>
      )}
    </div>
  );
}
