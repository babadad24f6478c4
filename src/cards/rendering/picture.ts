import { type Image, loadImage } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";

/** A decoded picture takes four bytes a pixel: 50 megapixels are 200 MB, for a moment. */
const MAX_PIXELS = 50_000_000;

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Decodes a JPEG, PNG or WebP, turned as its EXIF says. The size is read from the header first, so that a small file
 * that claims a gigantic picture is refused before memory is spent on it.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Image> {
  const size = sizeOf(bytes);
  if (!size || size.widthPx < 1 || size.heightPx < 1) throw new TitianError("PHOTO_NOT_AN_IMAGE");
  if (size.widthPx * size.heightPx > MAX_PIXELS) {
    throw new TitianError("PHOTO_TOO_LARGE", { details: { ...size } });
  }
  try {
    // A Buffer, never a string: the library would fetch an address.
    return await loadImage(Buffer.from(bytes));
  } catch (cause) {
    throw new TitianError("PHOTO_NOT_AN_IMAGE", { cause });
  }
}

/** The size that the header states, before EXIF turns it; undefined for anything that is not one of the three. */
export function sizeOf(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
    if (view.getUint32(0) === 0x89504e47)
      return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
    if (text(view, 0) === "RIFF" && text(view, 8) === "WEBP") return webpSize(view);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of frame in any coding; C4, C8 and CC share the range and are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + view.getUint16(at + 2);
  }
}

function webpSize(view: DataView): Size | undefined {
  const at24 = (offset: number): number => view.getUint16(offset, true) + view.getUint8(offset + 2) * 0x10000;
  switch (text(view, 12)) {
    case "VP8X":
      return { widthPx: at24(24) + 1, heightPx: at24(27) + 1 };
    case "VP8 ":
      return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff };
    case "VP8L": {
      const packed = view.getUint32(21, true);
      return { widthPx: (packed & 0x3fff) + 1, heightPx: ((packed >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}

function text(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}
