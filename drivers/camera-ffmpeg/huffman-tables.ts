import type { JpegFrame } from "./jpeg-splitter.ts";

/** One DHT segment with the four tables of ITU-T T.81, annex K.3. */
const USUAL_TABLES = Buffer.from(
  [
    "/8QBogAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoLAQADAQEBAQEBAQEBAAAAAAAAAQIDBAUGBwgJCgsQAAIBAwMCBAMFBQQE",
    "AAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldY",
    "WVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk",
    "5ebn6Onq8fLz9PX29/j5+hEAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl",
    "8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmq",
    "srO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6",
  ].join(""),
  "base64",
);

/** A copy that every program can read: webcams send their pictures without the tables that all of them share. */
export function completeJpeg({ jpeg, scanAt, hasHuffmanTables }: JpegFrame): Uint8Array {
  if (hasHuffmanTables) return Uint8Array.from(jpeg);
  const whole = new Uint8Array(jpeg.length + USUAL_TABLES.length);
  whole.set(jpeg.subarray(0, scanAt));
  whole.set(USUAL_TABLES, scanAt);
  whole.set(jpeg.subarray(scanAt), scanAt + USUAL_TABLES.length);
  return whole;
}
