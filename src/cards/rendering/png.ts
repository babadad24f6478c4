import { crc32 } from "node:zlib";
import type { Canvas } from "@napi-rs/canvas";
import type { Dpi } from "../geometry.ts";

/** Signature and header: the first chunk that may follow them starts here. */
const AFTER_HEADER = 33;

/** A PNG that says its resolution, so that whatever opens it by itself knows the card's true size. */
export async function cardPng(canvas: Canvas, dpi: Dpi): Promise<Uint8Array> {
  const png = await canvas.encode("png");
  return Buffer.concat([png.subarray(0, AFTER_HEADER), density(dpi), png.subarray(AFTER_HEADER)]);
}

function density(dpi: Dpi): Buffer {
  const perMetre = Math.round(dpi / 0.0254);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write("pHYs", 4, "latin1");
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return chunk;
}
