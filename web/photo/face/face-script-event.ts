import type { Box } from "./boxes.ts";

/** Faces in a picture, surest first. Nothing is kept and nobody is recognised. */
export type FindFaces = (picture: ImageBitmap | HTMLCanvasElement) => Promise<readonly Box[]>;

/** Fired at the script element that loaded the detector; `detail` is its FindFaces. */
export const FACE_SCRIPT_READY = "titian-face-ready";
