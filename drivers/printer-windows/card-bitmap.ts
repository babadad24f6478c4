/** A picture as GDI takes it: BITMAPINFOHEADER and rows of blue, green and red, the lowest row first. */
export interface Bitmap {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly header: Uint8Array;
  readonly bits: Uint8Array;
}

/** wingdi.h: BITMAPINFOHEADER is 40 bytes; planes 1, 24 bits a pixel, BI_RGB 0. Rows end on a multiple of four bytes. */
const HEADER_BYTES = 40;
const BITS_PER_PIXEL = 24;

/** Decodes a card's PNG; a turned one reads from bottom to top. */
export async function cardBitmap(png: Uint8Array, turned: (size: Size) => boolean): Promise<Bitmap> {
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const picture = await loadImage(Buffer.from(png));
  const isTurned = turned({ widthPx: picture.width, heightPx: picture.height });
  const [width, height] = isTurned ? [picture.height, picture.width] : [picture.width, picture.height];
  const context = createCanvas(width, height).getContext("2d");
  // What is transparent is the card's own white.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  if (isTurned) {
    context.translate(0, height);
    context.rotate(-Math.PI / 2);
  }
  context.drawImage(picture, 0, 0);
  return toBitmap(context.getImageData(0, 0, width, height).data, { widthPx: width, heightPx: height });
}

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Four bytes a pixel, red first, top row first, as canvases have them. */
export function toBitmap(rgba: ArrayLike<number>, { widthPx, heightPx }: Size): Bitmap {
  const rowBytes = Math.ceil((widthPx * BITS_PER_PIXEL) / 32) * 4;
  const bits = new Uint8Array(rowBytes * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    let to = (heightPx - 1 - y) * rowBytes;
    for (let from = y * widthPx * 4; from < (y + 1) * widthPx * 4; from += 4) {
      bits[to++] = rgba[from + 2] ?? 0;
      bits[to++] = rgba[from + 1] ?? 0;
      bits[to++] = rgba[from] ?? 0;
    }
  }
  const header = new Uint8Array(HEADER_BYTES);
  const fields = new DataView(header.buffer);
  fields.setUint32(0, HEADER_BYTES, true);
  fields.setInt32(4, widthPx, true);
  fields.setInt32(8, heightPx, true);
  fields.setUint16(12, 1, true);
  fields.setUint16(14, BITS_PER_PIXEL, true);
  return { widthPx, heightPx, header, bits };
}
