import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";

export const MOST_BYTES = 40 * 1024 * 1024;
/** Small enough that hashing one piece is not felt by anybody who waits. */
const PIECE_BYTES = 1024 * 1024;

export interface ReadFile {
  readonly bytes: Uint8Array;
  /** SHA-256 in hex: the same picture saved twice is one. */
  readonly hash: string;
}

/** The whole file, or undefined when it is no regular file, too large, or grew or shrank meanwhile. */
export async function readWhole(
  folder: string,
  name: string,
  signal: AbortSignal,
): Promise<ReadFile | undefined> {
  // A link put there since the look would lead out of the folder, and a pipe would block; Windows knows neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  await using file = await open(path.join(folder, name), flags);
  const stat = await file.stat();
  if (!stat.isFile() || stat.size > MOST_BYTES) return undefined;

  const bytes = Buffer.alloc(stat.size);
  const hash = createHash("sha256");
  let at = 0;
  while (at < bytes.length) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(bytes, at, Math.min(PIECE_BYTES, bytes.length - at), at);
    if (bytesRead === 0) return undefined;
    hash.update(bytes.subarray(at, at + bytesRead));
    at += bytesRead;
  }
  return { bytes, hash: hash.digest("hex") };
}
