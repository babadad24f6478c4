import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from "@preact/signals";
import type { Crop } from "./crop.ts";
import { cropAround } from "./face/crop-around.ts";
import { adviseOnFaces, type FaceAdvice } from "./face/face-advice.ts";
import { usePhotoDesk } from "./photo-desk.ts";
import type { Shot } from "./photo-session.ts";

export interface SeenFaces {
  readonly advice: FaceAdvice;
  /** The window was put around the only face. */
  readonly isPlaced: boolean;
}

/**
 * Looks for faces in every new shot, and puts the window around the only one unless somebody has moved it already.
 * `place` says how a window gets into whatever holds it.
 */
export function useFaceSuggestion<Holder extends object>(
  shot: ReadonlySignal<Shot | undefined>,
  holder: Signal<Holder | undefined>,
  place: (holder: Holder, crop: Crop) => Holder,
): ReadonlySignal<SeenFaces | undefined> {
  const { faces } = usePhotoDesk();
  const seen = useSignal<SeenFaces | undefined>(undefined);
  useSignalEffect(() => {
    const now = shot.value;
    const untouched = holder.peek();
    seen.value = undefined;
    if (!now) return;
    const picture = { widthPx: now.bitmap.width, heightPx: now.bitmap.height };
    void faces.find(now.bitmap).then((found) => {
      if (!found || shot.peek() !== now) return;
      const [face, another] = found;
      const isPlaced =
        face !== undefined && !another && untouched !== undefined && holder.peek() === untouched;
      if (isPlaced) holder.value = place(untouched, cropAround(face, picture));
      seen.value = { advice: adviseOnFaces(found, picture), isPlaced };
    });
  });
  return seen;
}
