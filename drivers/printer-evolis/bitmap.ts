/** A card side as every card printer gets it. */
const CARD_PX = { width: 1016, height: 648 };
const FILE_HEADER = 14;
const INFO_HEADER = 40;
const BYTES_PER_PIXEL = 3;
/** 300 dpi. */
const PIXELS_PER_METRE = 11_811;
const WHITE = 255;

/** The last chunk of every PNG, with its checksum. */
const PNG_END = Buffer.from("IEND\xae\x42\x60\x82", "latin1");

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row from the top. */
  readonly data: Uint8ClampedArray;
}

/** The picture's pixels, or undefined when it is no whole picture of a card's exact size: a card is never scaled. */
export async function cardPixels(png: Uint8Array): Promise<Pixels | undefined> {
  // A torn picture would be decoded as far as it goes, and printed white from there on.
  if (!PNG_END.equals(png.subarray(-PNG_END.length))) return undefined;
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const picture = await loadImage(Buffer.from(png)).catch(() => undefined);
  if (picture?.width !== CARD_PX.width || picture.height !== CARD_PX.height) return undefined;
  const context = createCanvas(CARD_PX.width, CARD_PX.height).getContext("2d");
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, CARD_PX.width, CARD_PX.height);
}

/** An uncompressed 24-bit Windows bitmap: rows from the bottom up, blue first, each row filled up to four bytes. */
export function encodeBmp({ width, height, data }: Pixels): Buffer {
  const rowBytes = Math.ceil((width * BYTES_PER_PIXEL) / 4) * 4;
  const offset = FILE_HEADER + INFO_HEADER;
  const bmp = Buffer.alloc(offset + rowBytes * height);
  bmp.write("BM", 0, "latin1");
  bmp.writeUInt32LE(bmp.length, 2);
  bmp.writeUInt32LE(offset, 10);
  bmp.writeUInt32LE(INFO_HEADER, 14);
  bmp.writeInt32LE(width, 18);
  bmp.writeInt32LE(height, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(8 * BYTES_PER_PIXEL, 28);
  bmp.writeUInt32LE(rowBytes * height, 34);
  bmp.writeInt32LE(PIXELS_PER_METRE, 38);
  bmp.writeInt32LE(PIXELS_PER_METRE, 42);
  for (let row = 0; row < height; row++) {
    let to = offset + (height - 1 - row) * rowBytes;
    for (let from = row * width * 4; from < (row + 1) * width * 4; from += 4) {
      for (const channel of [2, 1, 0]) bmp[to++] = onWhite(data[from + channel], data[from + 3]);
    }
  }
  return bmp;
}

/** A bitmap knows no transparency; what lies under a card is white. */
function onWhite(colour = WHITE, alpha = WHITE): number {
  return alpha === WHITE ? colour : Math.round(WHITE + ((colour - WHITE) * alpha) / WHITE);
}
