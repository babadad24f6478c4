import { isHeic, MAX_PICTURE_BYTES, MOST_PHOTO_PIXELS, sizeOf } from "../../src/bridge/protocol/limits.ts";
import { decode } from "../console/ui/picture.tsx";
import { jpegOf } from "./browser-camera.ts";

/** What is larger than the daemon takes is made smaller here rather than refused. Pixels along the longer side after that: still three times what a card shows. */
const SIDE_PX = 3_000;
/** The largest file that is read at all: photos of any phone stay below it, and no page runs out of memory over it. */
export const LARGEST_FILE = { megabytes: 50, megapixels: 200 } as const;

export type FileTrouble = "not-image" | "heic" | "too-large";

/** Why a file cannot be used; what to do about it is the page's to say. */
export class UnusableFile extends Error {
  readonly trouble: FileTrouble;

  constructor(trouble: FileTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** The file's bytes, fit to be sent. Rejects with `UnusableFile`. */
export async function readPhotoFile(
  file: File,
): Promise<{ readonly bytes: Uint8Array; readonly bitmap: ImageBitmap }> {
  if (isHeic(new Uint8Array(await file.slice(0, 12).arrayBuffer()))) throw new UnusableFile("heic");
  if (file.size > LARGEST_FILE.megabytes * 1e6) throw new UnusableFile("too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { widthPx = 0, heightPx = 0 } = sizeOf(bytes) ?? {};
  if (widthPx * heightPx > LARGEST_FILE.megapixels * 1e6) throw new UnusableFile("too-large");
  const bitmap = await decode(bytes).catch(() => {
    throw new UnusableFile("not-image");
  });
  if (bytes.length <= MAX_PICTURE_BYTES && bitmap.width * bitmap.height <= MOST_PHOTO_PIXELS)
    return { bytes, bitmap };
  const scale = Math.min(1, SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const smaller = await jpegOf(canvas);
  return { bytes: smaller, bitmap: await decode(smaller) };
}
