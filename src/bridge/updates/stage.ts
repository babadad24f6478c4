import { execFile } from "node:child_process";
import { mkdir, open, rename, rm, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { damageOf, MANIFEST } from "../../../service-install/versions/files-check.ts";
import { type ListedFile, sum } from "../../../service-install/versions/manifest.ts";
import { DISK } from "../../../service-install/versions/pointer-file.ts";
import type { PublicKey } from "../../../service-install/versions/signature.ts";
import { programIn } from "../../../service-install/versions/start.ts";
import { TitianError } from "../../kernel/errors.ts";
import { fetchArchive, unpack } from "./archive.ts";
import type { Offer } from "./offer.ts";

/** Of a version that is being fetched; cleared away at every start. */
export const STAGING = ".staging";
/** The event log goes on being written on the same disk. */
const ROOM_KEPT_BYTES = 256 * 1024 * 1024;
const SAYS_ITS_VERSION_WITHIN_MS = 60_000;

interface Staging {
  readonly versions: string;
  readonly keys: readonly PublicKey[];
  readonly onProgress: (part: number) => void;
}

/**
 * Fetches, checks and unpacks a version beside the others, tries whether its program runs on this machine, and gives it its
 * place by one rename: whoever finds the folder finds all of it, on the disk. Whatever goes wrong leaves nothing behind.
 * Throws `UPDATE_…`.
 */
export async function stage(offer: Offer, staging: Staging, signal: AbortSignal): Promise<void> {
  const { versions, keys, onProgress } = staging;
  const { version } = offer.manifest;
  const place = path.join(versions, version);
  if ((await damageOf(place, version, keys)) === undefined) return;
  const work = path.join(versions, STAGING);
  try {
    await rm(work, { recursive: true, force: true });
    await assertRoom(versions, offer);
    const folder = path.join(work, version);
    await mkdir(folder, { recursive: true, mode: 0o750 });
    const file = path.join(work, "archive");
    await fetchArchive({ release: offer.release, source: offer.source, file, onProgress }, signal);
    await unpack(file, folder, offer.release.files, signal);
    await writeFile(path.join(folder, MANIFEST), offer.text);
    await makeDurable(folder, offer.release.files);
    if (await damageOf(folder, version, keys)) throw new TitianError("UPDATE_DAMAGED");
    await assertRuns(folder, version, signal);
    await rm(place, { recursive: true, force: true });
    await rename(folder, place);
    DISK.sync(versions);
  } catch (error) {
    throw asUpdateError(error, signal);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function assertRoom(versions: string, { release }: Offer): Promise<void> {
  const { bavail, bsize } = await statfs(versions);
  const needed = release.size + sum(release.files) + ROOM_KEPT_BYTES;
  if (bavail * bsize < needed) throw new TitianError("UPDATE_NO_ROOM");
}

async function makeDurable(folder: string, files: readonly ListedFile[]): Promise<void> {
  const folders = new Set<string>([folder]);
  for (const name of [MANIFEST, ...files.map((file) => file.path)]) {
    const file = path.join(folder, name);
    // Windows flushes only what may be written.
    await using handle = await open(file, "r+");
    await handle.sync();
    for (let at = path.dirname(file); at.length > folder.length; at = path.dirname(at)) folders.add(at);
  }
  for (const at of folders) DISK.sync(at);
}

/** Another C library, a processor without what it needs, a disk that nothing may be executed from: found out before the switch. */
async function assertRuns(folder: string, version: string, signal: AbortSignal): Promise<void> {
  const { file, args } = programIn(folder, ["--version"]);
  const options = { cwd: folder, env: {}, timeout: SAYS_ITS_VERSION_WITHIN_MS, signal };
  try {
    const { stdout } = await promisify(execFile)(file, [...args], options);
    if (stdout.trim() !== version) throw new Error(`it calls itself ${stdout.trim().slice(0, 60)}`);
  } catch (cause) {
    signal.throwIfAborted();
    throw new TitianError("UPDATE_DOES_NOT_RUN", { cause });
  }
}

function asUpdateError(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOSPC" || code === "EDQUOT" ? new TitianError("UPDATE_NO_ROOM", { cause: error }) : error;
}
