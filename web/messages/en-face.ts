import type { face as id } from "./id-face.ts";

export const face: typeof id = {
  placed: "Face found, frame adjusted",
  one: "One face in the picture",
  none: "No face was found.",
  noneMend: "Set the frame yourself; the photo can still be used.",
  several: "There is more than one face.",
  severalMend: "Set the frame on the member, or take another.",
  small: "The face looks small.",
  smallMend: "Move the camera closer and take another, or use this one.",
};
