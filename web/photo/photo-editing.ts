import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import { cropByKey } from "./crop-by-key.ts";
import { type SeenFaces, useFaceSuggestion } from "./face-suggestion.ts";
import { type Edited, type Edits, edit, editedBefore, noEdits, turnedSize, undo } from "./photo-edits.ts";
import { type Shot, sizeOfShot } from "./photo-session.ts";
import { useTurned } from "./turned-shot.ts";

/** One shot, and how it is being put right. */
export interface PhotoEditing {
  readonly shot: ReadonlySignal<Shot | undefined>;
  readonly edits: Signal<Edits | undefined>;
  /** The shot turned upright; undefined while there is none. */
  readonly turned: Shot | undefined;
  readonly faces: ReadonlySignal<SeenFaces | undefined>;
  /** `edited`: as it was kept before. */
  show(shot: Shot, edited?: Edited): void;
  clear(): void;
  /** Moves the window, or takes an edit back. False for a key that means nothing here. */
  press(event: KeyboardEvent): boolean;
}

export function usePhotoEditing(first?: Shot, edited?: Edited): PhotoEditing {
  const shot = useSignal(first);
  const edits = useSignal(first && begin(first, edited));
  const faces = useFaceSuggestion(shot, edits);
  const turned = useTurned(shot.value, edits.value?.now.look.quarterTurns ?? 0).value ?? shot.value;
  return {
    ...{ shot, edits, turned, faces },
    show(next, before) {
      edits.value = begin(next, before);
      shot.value = next;
    },
    clear() {
      shot.value = undefined;
      edits.value = undefined;
    },
    press({ key, shiftKey, ctrlKey, metaKey }) {
      const now = edits.value;
      if (!shot.value || !now) return false;
      if (key === "z" && (ctrlKey || metaKey)) {
        edits.value = undo(now);
        return true;
      }
      const size = turnedSize(sizeOfShot(shot.value), now.now.look.quarterTurns);
      const crop = cropByKey(key, now.now.crop, size, shiftKey);
      if (crop) edits.value = edit(now, { crop }, `key ${key}`);
      return crop !== undefined;
    },
  };
}

const begin = (shot: Shot, edited: Edited | undefined): Edits =>
  edited ? editedBefore(sizeOfShot(shot), edited) : noEdits(sizeOfShot(shot));
