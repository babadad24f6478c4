import { type Crop, initialCrop, moveCrop, type Size, zoomCrop } from "../crop.ts";
import type { Box } from "./boxes.ts";

/** The detector's box goes from the brows to the chin; the head is this much taller. */
const HEAD = 1.35;
/** Share of the photo's height that the head takes: a pas foto, looser than a passport. */
const HEAD_SHARE = 0.62;
/** The eyes lie this far below the top of the box, and of the photo. */
const EYES_IN_FACE = 0.2;
const EYES_IN_PHOTO = 0.42;

/** A 3:4 window with the head in its place, as far as the picture allows: inside it, and never larger than it. */
export function cropAround(face: Box, picture: Size): Crop {
  const whole = initialCrop(picture);
  const wanted = (face.height * HEAD) / HEAD_SHARE;
  const fitting = zoomCrop(whole, picture, whole.height / wanted);
  const x = face.x + face.width / 2 - fitting.width / 2;
  const y = face.y + face.height * EYES_IN_FACE - fitting.height * EYES_IN_PHOTO;
  return moveCrop({ ...fitting, x, y }, 0, 0);
}
