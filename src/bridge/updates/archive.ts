import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { extract } from "tar";
import type { ListedFile, PlatformRelease } from "../../../service-install/versions/manifest.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { UpdateSource } from "./source.ts";

interface Fetching {
  readonly release: PlatformRelease;
  readonly source: UpdateSource;
  /** Where the archive goes. */
  readonly file: string;
  /** Of 1. */
  readonly onProgress: (part: number) => void;
}

/** Brings the archive over. Throws `UPDATE_SOURCE_AWAY`, or `UPDATE_DAMAGED` for any other bytes than those that were signed. */
export async function fetchArchive(fetching: Fetching, signal: AbortSignal): Promise<void> {
  const { release, source, file, onProgress } = fetching;
  const hash = createHash("sha256");
  let bytes = 0;
  const from = await source.open(release.file, signal);
  await pipeline(
    coming(from, signal),
    async function* measured(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > release.size) throw new TitianError("UPDATE_DAMAGED");
        hash.update(chunk);
        onProgress(bytes / release.size);
        yield chunk;
      }
    },
    createWriteStream(file, { mode: 0o600 }),
    { signal },
  );
  if (bytes !== release.size || hash.digest("hex") !== release.sha256)
    throw new TitianError("UPDATE_DAMAGED");
}

/** A stick that is pulled out, a server that goes away in the middle: said as that, and not as a fault of the disk here. */
async function* coming(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  try {
    for await (const chunk of chunks) yield chunk;
  } catch (cause) {
    signal.throwIfAborted();
    throw new TitianError("UPDATE_SOURCE_AWAY", { cause });
  }
}

/**
 * Takes exactly the listed files out of the one folder that the archive holds. An entry that is not listed, comes twice, has
 * another size or is a link ends it with `UPDATE_DAMAGED`: nothing of it was written outside of `folder`.
 */
export async function unpack(
  archive: string,
  folder: string,
  files: readonly ListedFile[],
  signal: AbortSignal,
): Promise<void> {
  const open = new Map(files.map((file) => [file.path, file.size]));
  let hasStranger = false;
  const unpacking = extract({
    ...{ cwd: folder, strip: 1, strict: true, preserveOwner: false },
    filter(name, entry) {
      if (!("type" in entry) || entry.type === "Directory") return false;
      const inner = name.slice(name.indexOf("/") + 1);
      const isListed = entry.type === "File" && open.get(inner) === entry.size;
      hasStranger ||= !isListed;
      open.delete(inner);
      return isListed && !hasStranger;
    },
  });
  try {
    await pipeline(createReadStream(archive), unpacking as unknown as NodeJS.WritableStream, { signal });
  } catch (cause) {
    signal.throwIfAborted();
    if (isOfDisk(cause)) throw cause;
    throw new TitianError("UPDATE_DAMAGED", { cause });
  }
  if (hasStranger || open.size > 0) throw new TitianError("UPDATE_DAMAGED");
}

const isOfDisk = (error: unknown): boolean =>
  ["ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "");
