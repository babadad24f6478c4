import type { Size } from "../crop.ts";
import type { Box } from "./boxes.ts";

/** What there is to say about the faces in a picture; all but `one` is a warning, and none forbids anything. */
export type FaceAdvice = "one" | "none" | "several" | "small";

/** Brows to chin, px: a face lower than this prints coarse on a card. */
const LOWEST_PX = 200;

export function adviseOnFaces(faces: readonly Box[], picture: Size): FaceAdvice {
  const [first, second] = faces;
  if (!first) return "none";
  if (second) return "several";
  return first.height * picture.heightPx < LOWEST_PX ? "small" : "one";
}
