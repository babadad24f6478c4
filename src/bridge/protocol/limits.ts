export { BACKGROUNDS, LOOK_LIMITS } from "../../cards/photo-look.ts";
export { isHeic, MOST_PHOTO_PIXELS, sizeOf } from "../../cards/picture-size.ts";

/** Numbers both ends of the wire know. Free of the schema library, so that the browser's one-file client stays small. */

/** Bytes of one JSON message from a client. Every command fits into a tenth of it. */
export const MAX_TEXT_BYTES = 256 * 1024;
/** Bytes of one picture. A 50-megapixel phone JPEG stays below it. */
export const MAX_PICTURE_BYTES = 12 * 1024 * 1024;
/** Bytes of the UUID that opens a binary frame. */
export const FRAME_ID_BYTES = 16;
/** Bytes; a larger text or binary frame closes the socket with 1009. */
export const MAX_FRAME_BYTES = MAX_PICTURE_BYTES + FRAME_ID_BYTES;
/** Characters of a complaint, or of its answer: two closely written pages. */
export const LONGEST_COMPLAINT = 6_000;
/** Characters of a complainant's name, or of how to reach somebody. */
export const LONGEST_NAME = 120;
/** Requests without an answer, per session. */
export const MAX_IN_FLIGHT = 32;
/** Milliseconds that the slowest command may take: a test print whose printer is refilled meanwhile. */
export const LONGEST_DEADLINE_MS = 330_000;
/** Milliseconds a socket may stay without a valid session.open. */
export const OPEN_WITHIN_MS = 10_000;

/** Close codes of our own, beside 1007 (not JSON), 1008 (guard), 1009 (too large) and 1013 (too many). */
export const CLOSE = {
  done: 1000,
  openTimeout: 4401,
  refused: 4403,
  revoked: 4410,
  stopping: 1001,
  notJson: 1007,
  policy: 1008,
  tooBig: 1009,
  tooMany: 1013,
} as const;
