interface Ingredients {
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Goes into an APP1 segment, as a camera's thumbnail does. */
  readonly thumbnail?: Uint8Array;
  /** Compressed picture, to be stuffed as T.81 wants it. */
  readonly scan?: Uint8Array;
}

/** A JPEG with every part that a parser looks at, and no picture that a decoder would know. */
export function smallJpeg({
  widthPx = 64,
  heightPx = 48,
  thumbnail,
  scan = noise(40),
}: Ingredients = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(heightPx, 1);
  frame.writeUInt16BE(widthPx, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(thumbnail ? [segment(0xe1, thumbnail)] : []),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    stuffed(scan),
    Buffer.from([0xff, 0xd0]),
    stuffed(scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A byte of 0xff in a scan is followed by a zero. */
const stuffed = (scan: Uint8Array): Buffer =>
  Buffer.from(Array.from(scan).flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte])));

const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 151) % 256);
