import { jpegReading } from "./jpeg-reading.ts";

/** What a file's bytes are, whatever its name says. */
export type Reading =
  | { readonly kind: "picture"; readonly widthPx: number; readonly heightPx: number }
  /** A picture that has begun and not ended: half written, or torn. */
  | { readonly kind: "unfinished" }
  | { readonly kind: "heic" | "other" };

const text = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));

/** Brands of ISO/IEC 23008-12 and of AVIF in the `ftyp` box: what telephones write besides JPEG. */
const HEIF_BRANDS = ["heic", "heix", "hevc", "mif1", "msf1", "avif"];

export function readPicture(bytes: Uint8Array): Reading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Nothing yet, or too little to tell: what creates a file first and fills it later.
  if (bytes.length < 16 || isBlank(bytes)) return { kind: "unfinished" };
  try {
    if (view.getUint16(0) === 0xffd8) return jpegReading(view);
    if (view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return pngReading(view);
    if (text(view, 0, 4) === "RIFF" && text(view, 8, 4) === "WEBP") return webpReading(view);
    if (text(view, 4, 4) === "ftyp" && HEIF_BRANDS.includes(text(view, 8, 4))) return { kind: "heic" };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: "unfinished" };
  }
  return { kind: "other" };
}

/** Some file servers give a file its length first and its content afterwards. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 16).every((byte) => byte === 0);
}

/** Chunk by chunk up to IEND. A chunk that leads out of the file throws a RangeError. */
function pngReading(view: DataView): Reading {
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    if (text(view, at + 4, 4) !== "IEND") continue;
    return { kind: "picture", widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
  }
}

function webpReading(view: DataView): Reading {
  if (view.byteLength < view.getUint32(4, true) + 8) return { kind: "unfinished" };
  const at24 = (offset: number): number => view.getUint16(offset, true) + view.getUint8(offset + 2) * 0x10000;
  switch (text(view, 12, 4)) {
    case "VP8X":
      return { kind: "picture", widthPx: at24(24) + 1, heightPx: at24(27) + 1 };
    case "VP8 ": {
      const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)];
      return { kind: "picture", widthPx: width & 0x3fff, heightPx: height & 0x3fff };
    }
    case "VP8L": {
      const packed = view.getUint32(21, true);
      return { kind: "picture", widthPx: (packed & 0x3fff) + 1, heightPx: ((packed >>> 14) & 0x3fff) + 1 };
    }
    default:
      return { kind: "other" };
  }
}
