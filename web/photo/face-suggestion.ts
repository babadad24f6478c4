import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from "@preact/signals";
import { cropAround } from "./face/crop-around.ts";
import { adviseOnFaces, type FaceAdvice } from "./face/face-advice.ts";
import { usePhotoDesk } from "./photo-desk.ts";
import { type Edits, suggest } from "./photo-edits.ts";
import { type Shot, sizeOfShot } from "./photo-session.ts";

export interface SeenFaces {
  readonly advice: FaceAdvice;
  /** The window was put around the only face. */
  readonly isPlaced: boolean;
}

/** Looks for faces in every new shot, and puts the window around the only one unless somebody has moved it already. */
export function useFaceSuggestion(
  shot: ReadonlySignal<Shot | undefined>,
  edits: Signal<Edits | undefined>,
): ReadonlySignal<SeenFaces | undefined> {
  const { faces } = usePhotoDesk();
  const seen = useSignal<SeenFaces | undefined>(undefined);
  useSignalEffect(() => {
    const now = shot.value;
    const before = edits.peek();
    seen.value = undefined;
    if (!now) return;
    const picture = sizeOfShot(now);
    void faces.find(now.bitmap).then((found) => {
      if (!found || shot.peek() !== now) return;
      const [face, another] = found;
      const isUntouched = before?.past.length === 0 && edits.peek() === before;
      const isPlaced = face !== undefined && !another && isUntouched;
      if (isPlaced) edits.value = suggest(before, cropAround(face, picture));
      seen.value = { advice: adviseOnFaces(found, picture), isPlaced };
    });
  });
  return seen;
}
