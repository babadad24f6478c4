import { spawnSync } from "node:child_process";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeJpeg } from "../../../drivers/camera-ffmpeg/huffman-tables.ts";
import { type JpegFrame, JpegSplitter } from "../../../drivers/camera-ffmpeg/jpeg-splitter.ts";
import { smallJpeg } from "./small-jpeg.ts";

const LIMIT = 256 * 1024;

/** Every picture in the stream, given in the pieces that `cuts` make of it. */
function split(stream: Uint8Array, cuts: readonly number[] = [], limit = LIMIT): JpegFrame[] {
  const splitter = new JpegSplitter(limit);
  const frames: JpegFrame[] = [];
  const places = [0, ...cuts.map((cut) => cut % (stream.length + 1)), stream.length].sort((a, b) => a - b);
  for (const [index, until] of places.entries()) {
    const piece = stream.subarray(places[index - 1] ?? 0, until);
    splitter.add(piece, (frame) => frames.push({ ...frame, jpeg: Uint8Array.from(frame.jpeg) }));
  }
  return frames;
}
const bytesOf = (frames: readonly JpegFrame[]): Buffer[] => frames.map(({ jpeg }) => Buffer.from(jpeg));

const anyBytes = fc.uint8Array({ maxLength: 300 });
const anyJpeg = fc
  .record({
    widthPx: fc.integer({ min: 1, max: 65_535 }),
    heightPx: fc.integer({ min: 1, max: 65_535 }),
    thumbnail: fc.oneof(anyBytes, fc.constant(smallJpeg())),
    scan: anyBytes,
  })
  .map((ingredients) => ({ ...ingredients, bytes: smallJpeg(ingredients) }));
/** What lies between two pictures: anything in which none begins. */
const anyFiller = anyBytes.map((bytes) => bytes.map((byte) => (byte === 0xff ? 0 : byte)));
const anyCuts = fc.array(fc.nat(), { maxLength: 40 });

describe("the JPEG splitter", () => {
  it("finds every picture with its size, however the stream is cut into pieces and whatever lies between", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyFiller, anyJpeg), { maxLength: 6 }), anyCuts, (parts, cuts) => {
        const stream = Buffer.concat(parts.flatMap(([filler, { bytes }]) => [filler, bytes]));
        const frames = split(stream, cuts);
        expect(bytesOf(frames)).toEqual(parts.map(([, { bytes }]) => bytes));
        expect(frames.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual(
          parts.map(([, { widthPx, heightPx }]) => [widthPx, heightPx]),
        );
      }),
    );
  });

  it("says the same of any bytes in any pieces, and what it gives is a whole JPEG", () => {
    const markers = fc.constantFrom(...[0xff, 0xd8, 0xd9, 0xda, 0xc0, 0xc4, 0xe1, 0x00, 0x02, 0x08]);
    const hostile = fc.array(fc.oneof(markers, fc.nat(255)), { maxLength: 2_000 });
    fc.assert(
      fc.property(hostile, anyCuts, (bytes, cuts) => {
        const stream = Uint8Array.from(bytes);
        const frames = split(stream, cuts);
        expect(bytesOf(frames)).toEqual(bytesOf(split(stream)));
        for (const { jpeg } of frames) {
          expect([jpeg[0], jpeg[1], jpeg.at(-2), jpeg.at(-1)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
        }
      }),
    );
  });

  it("does not take a thumbnail for the picture", () => {
    const photo = smallJpeg({ widthPx: 1280, heightPx: 720, thumbnail: smallJpeg({ widthPx: 160 }) });
    expect(split(photo)).toMatchObject([{ widthPx: 1280, heightPx: 720, jpeg: Uint8Array.from(photo) }]);
  });

  it("drops a picture that breaks off, and one without a size, and goes on with the next", () => {
    const whole = smallJpeg();
    const stream = Buffer.concat([whole.subarray(0, -2), smallJpeg({ heightPx: 0 }), whole]);
    expect(bytesOf(split(stream))).toEqual([whole]);
  });

  it("drops a picture that is too long and holds on to no more than the limit", () => {
    const splitter = new JpegSplitter(1_000);
    const seen: number[] = [];
    const piece = Buffer.alloc(64 * 1024, 0x55);
    splitter.add(smallJpeg().subarray(0, -2), () => undefined);
    const beforeBytes = process.memoryUsage().arrayBuffers;
    for (let turn = 0; turn < 2_000; turn++) splitter.add(piece, () => undefined);
    expect(process.memoryUsage().arrayBuffers - beforeBytes).toBeLessThan(8 * 1024 * 1024);
    splitter.add(smallJpeg({ widthPx: 7 }), ({ widthPx }) => seen.push(widthPx));
    expect(seen).toEqual([7]);
  });

  it("reads a stream that is made to be read again and again only once", () => {
    // Pictures that begin in one another's segments: starting over at each would take the square of their number.
    const nested = Buffer.concat(
      Array.from({ length: 200_000 }, () => Buffer.from([0xff, 0xe0, 0, 4, 0xff, 0xd8])),
    );
    const startMs = performance.now();
    split(Buffer.concat([Buffer.from([0xff, 0xd8]), nested, Buffer.from([0x00])]), [], 8 * 1024 * 1024);
    expect(performance.now() - startMs).toBeLessThan(20_000);
  });
});

describe("a picture without its Huffman tables, as webcams send it", () => {
  it("shows the same pixels once they are put in", async () => {
    const args = ["-loglevel", "error", "-f", "lavfi", "-i", "testsrc2=size=160x120", "-frames:v", "1"];
    const made = spawnSync("/usr/bin/ffmpeg", [...args, "-huffman", "default", "-f", "mjpeg", "pipe:1"]);
    const whole: Buffer = made.stdout;
    const tables = whole.indexOf(Buffer.from([0xff, 0xc4]));
    const end = tables + 2 + whole.readUInt16BE(tables + 2);
    const bare = Buffer.concat([whole.subarray(0, tables), whole.subarray(end)]);
    expect(bare.indexOf(Buffer.from([0xff, 0xc4]))).toBe(-1);

    const [frame] = split(bare);
    expect(frame?.hasHuffmanTables).toBe(false);
    expect(await pixels(completeJpeg(frame!))).toEqual(await pixels(whole));
  });

  it("is left alone when it has them", () => {
    const made = spawnSync("/usr/bin/ffmpeg", [
      ...["-loglevel", "error", "-f", "lavfi", "-i", "testsrc2=size=160x120", "-frames:v", "1"],
      ...["-f", "mjpeg", "pipe:1"],
    ]);
    const [frame] = split(made.stdout);
    expect(Buffer.from(completeJpeg(frame!))).toEqual(made.stdout);
  });
});

async function pixels(jpeg: Uint8Array): Promise<Buffer> {
  const image = await loadImage(Buffer.from(jpeg));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.data();
}
