import { exifOrientation } from "./exif-orientation.ts";
import type { Reading } from "./picture-format.ts";

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;

/**
 * Walks from marker to marker up to the end of the image: the two bytes that end it also end every thumbnail inside, so
 * looking for them is not enough. A walk that leaves the file throws a RangeError.
 */
export function jpegReading(view: DataView): Reading {
  let size: { readonly widthPx: number; readonly heightPx: number } | undefined;
  let isTurned = false;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return { kind: "unfinished" };
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) break;
    const length = view.getUint16(at + 2);
    if (marker === APP1) isTurned ||= exifOrientation(view, at + 4, length - 2) >= 5;
    if (isFrame(marker)) size = { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    at += 2 + length;
    if (marker === START_OF_SCAN) at = endOfScan(view, at);
  }
  if (!size) return { kind: "other" };
  const { widthPx, heightPx } = size;
  return isTurned
    ? { kind: "picture", widthPx: heightPx, heightPx: widthPx }
    : { kind: "picture", widthPx, heightPx };
}

/** Start of frame in any coding; C4, C8 and CC share the range and are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Inside a scan FF is followed by 00 or by a restart marker, D0 to D7; anything else ends it. */
function endOfScan(view: DataView, from: number): number {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let at = from; ; ) {
    const found = bytes.indexOf(0xff, at);
    if (found === -1) throw new RangeError("the scan has no end");
    const next = view.getUint8(found + 1);
    const isData = next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return found;
    at = found + (next === 0xff ? 1 : 2);
  }
}
