import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { TitianError } from "../kernel/errors.ts";

/** Read and written at once; a store of any size is copied through it. */
const CHUNK_BYTES = 256 * 1024;

export interface FileFacts {
  readonly bytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** Copies into a new file for its owner alone, on the disk when it resolves. Throws the system's own errors, and `BACKUP_DAMAGED` for what is no file. */
export async function copyFile(from: string, to: string, signal: AbortSignal): Promise<FileFacts> {
  await using source = await openFile(from);
  await using target = await open(to, "wx", 0o600);
  const facts = await readThrough(source, signal, (chunk) => writeAll(target, chunk));
  await target.sync();
  return facts;
}

/** Reads all of it and says what it is. */
export async function factsOf(file: string, signal: AbortSignal): Promise<FileFacts> {
  await using source = await openFile(file);
  return await readThrough(source, signal, () => Promise.resolve());
}

export async function makeDurable(file: string): Promise<void> {
  await using handle = await open(file, "r+");
  await handle.sync();
}

/**
 * Not what a link leads to, and nothing that never ends: whoever had the stick, or the service's account, does not choose what a
 * technician with more rights reads. Windows knows neither flag.
 */
async function openFile(file: string): Promise<FileHandle> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(file, flags).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ELOOP" ? noFile(error) : error;
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw noFile();
}

const noFile = (cause?: unknown): TitianError =>
  new TitianError("BACKUP_DAMAGED", { details: { part: "file" }, cause });

async function readThrough(
  source: FileHandle,
  signal: AbortSignal,
  each: (chunk: Uint8Array) => Promise<void>,
): Promise<FileFacts> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const sha256 = createHash("sha256");
  for (let bytes = 0; ; ) {
    signal.throwIfAborted();
    const { bytesRead } = await source.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return { bytes, sha256: sha256.digest("hex") };
    const chunk = buffer.subarray(0, bytesRead);
    sha256.update(chunk);
    await each(chunk);
    bytes += bytesRead;
  }
}

async function writeAll(target: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) {
    at += (await target.write(chunk, at, chunk.length - at)).bytesWritten;
  }
}
