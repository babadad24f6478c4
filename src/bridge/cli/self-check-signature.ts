import { crc32, deflateSync } from "node:zlib";

const WIDTH = 300;
const HEIGHT = 100;

/** A wavy line as an 8-bit grey PNG: what a pen leaves on the signature pad, for the self-check. */
export function drawnSignature(): Uint8Array {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, 0xff);
  for (let y = 0; y < HEIGHT; y++) rows[y * (WIDTH + 1)] = 0;
  for (let x = 20; x < WIDTH - 20; x++) {
    const y = Math.round(HEIGHT / 2 + Math.sin(x / 14) * 25 * Math.cos(x / 60));
    for (const thick of [-1, 0, 1]) rows[(y + thick) * (WIDTH + 1) + 1 + x] = 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.writeUInt8(8, 8);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    magic,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
