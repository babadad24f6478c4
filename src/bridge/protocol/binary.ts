import { FRAME_ID_BYTES } from "./limits.ts";

/** A binary frame on the wire: the 16 bytes of a UUID, then the payload. Loads in a browser and in Node. */
export interface BinaryFrame {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function encodeFrame({ id, bytes }: BinaryFrame): Uint8Array<ArrayBuffer> {
  if (!UUID.test(id)) throw new RangeError("a frame id is a lower-case UUID");
  const wire = new Uint8Array(FRAME_ID_BYTES + bytes.length);
  const digits = id.replaceAll("-", "");
  for (let at = 0; at < FRAME_ID_BYTES; at++)
    wire[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  wire.set(bytes, FRAME_ID_BYTES);
  return wire;
}

/** Undefined for a frame too short to name itself. The payload is a view, not a copy. */
export function decodeFrame(wire: Uint8Array): BinaryFrame | undefined {
  if (wire.length < FRAME_ID_BYTES) return undefined;
  let digits = "";
  for (const byte of wire.subarray(0, FRAME_ID_BYTES)) digits += HEX[byte] ?? "";
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ];
  return { id: parts.join("-"), bytes: wire.subarray(FRAME_ID_BYTES) };
}
