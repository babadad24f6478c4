import type { SeenFaces } from "./face-suggestion.ts";
import { GOOD_DPI, type PhotoChecks } from "./photo-checks.ts";
import type { PhotoDesk } from "./photo-desk.ts";

export interface AdviceLine {
  readonly what: string;
  /** Empty where nothing has to be done. */
  readonly mend: string;
}

/** Faces, corners, light, sharpness and size as measured, in words. */
export function adviceLines(
  { photo, face }: Pick<PhotoDesk["text"], "photo" | "face">,
  checks: PhotoChecks,
  faces: SeenFaces | undefined,
): readonly AdviceLine[] {
  const seen = {
    one: { what: faces?.isPlaced ? face.placed : face.one, mend: "" },
    none: { what: face.none, mend: face.noneMend },
    several: { what: face.several, mend: face.severalMend },
    small: { what: face.small, mend: face.smallMend },
  };
  const light = {
    good: { what: photo.lightGood, mend: "" },
    dark: { what: photo.lightDark, mend: photo.lightDarkMend },
    bright: { what: photo.lightBright, mend: photo.lightBrightMend },
  };
  const sharp = checks.isSharp ? { what: photo.sharp, mend: "" } : { what: photo.soft, mend: photo.softMend };
  const isLarge = checks.dpi >= GOOD_DPI;
  const size = isLarge
    ? { what: photo.large, mend: "" }
    : { what: photo.small(checks.dpi), mend: photo.smallMend };
  const corners = checks.isFilled ? [] : [{ what: photo.corners, mend: photo.cornersMend }];
  return [...(faces ? [seen[faces.advice]] : []), ...corners, light[checks.light], sharp, size];
}
