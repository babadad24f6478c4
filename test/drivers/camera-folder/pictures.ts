import { utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { temporaryFolder } from "../../contract/make-device.ts";

/** Left half red, right half in a colour of its own: no two numbers give the same picture. */
export function halves(number = 0, width = 64, height = 48) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ff0000";
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = `hsl(240 100% ${50 - number}%)`;
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas;
}

/** A folder in which photos have lain for an hour. */
export async function folderWithPhotos(count: number): Promise<string> {
  const folder = temporaryFolder();
  for (let number = 0; number < count; number++) {
    const file = path.join(folder, `photo ${number}.jpg`);
    writeFileSync(file, await halves(number).encode("jpeg"));
    rest(file);
  }
  return folder;
}

/** Nobody has written to it for an hour. */
export function rest(file: string): void {
  const then = new Date(Date.now() - 3_600_000);
  utimesSync(file, then, then);
}

/** EXIF of a telephone: orientation, and a GPS directory with a place. */
export function withExif(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4 + 24);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  tag(tiff, 10, 0x0112, 3, 1);
  tiff.writeUInt16BE(orientation, 18);
  tag(tiff, 22, 0x8825, 4, 1);
  tiff.writeUInt32BE(38, 30);
  // GPSLatitude: three rationals.
  tiff.writeUInt16BE(1, 38);
  tag(tiff, 40, 2, 5, 3);
  tiff.writeUInt32BE(56, 48);
  for (const [index, value] of [6, 1, 10, 1, 2962, 100].entries()) tiff.writeUInt32BE(value, 56 + index * 4);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("SECRET-PLACE")]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

function tag(tiff: Buffer, at: number, id: number, type: number, count: number): void {
  tiff.writeUInt16BE(id, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
}
