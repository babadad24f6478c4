import { MAX_PICTURE_BYTES } from "../../src/bridge/protocol/limits.ts";
import { decode } from "../console/ui/picture.tsx";
import { jpegOf } from "./browser-camera.ts";

/** A file larger than a frame is made smaller here rather than refused. Pixels along the longer side after that: still three times what a card shows. */
const SIDE_PX = 3_000;

/** The file's bytes, fit to be sent. Rejects when the browser cannot read it as a picture. */
export async function readPhotoFile(
  file: File,
): Promise<{ readonly bytes: Uint8Array; readonly bitmap: ImageBitmap }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const bitmap = await decode(bytes);
  if (bytes.length <= MAX_PICTURE_BYTES) return { bytes, bitmap };
  const scale = Math.min(1, SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const smaller = await jpegOf(canvas);
  return { bytes: smaller, bitmap: await decode(smaller) };
}
