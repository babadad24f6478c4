import { PhotoNotPut } from "./page.ts";

/** Far below the 8 MB of a stock PHP: beyond its limit 3.3 saves an empty form and says nothing. A prepared photo has about 0.3 MB. */
const MAX_PHOTO_BYTES = 3_000_000;
const JPEG_START = [0xff, 0xd8, 0xff] as const;
/** What `String.fromCharCode` takes as arguments at once. */
const CHUNK = 0x8000;

/** The form INLISLite decodes: a full data URI with exactly one comma. JPEG only, because it stores any bytes under `.jpg`. */
export function dataUriOf(jpeg: Uint8Array): string {
  const isJpeg = JPEG_START.every((byte, at) => jpeg[at] === byte);
  if (!isJpeg || jpeg.length > MAX_PHOTO_BYTES) throw new PhotoNotPut("bad-photo");
  let binary = "";
  for (let at = 0; at < jpeg.length; at += CHUNK) {
    binary += String.fromCharCode(...jpeg.subarray(at, at + CHUNK));
  }
  return `data:image/jpeg;base64,${btoa(binary)}`;
}

export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, at) => byte === right[at]);
