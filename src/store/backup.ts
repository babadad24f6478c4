import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { TitianError } from "../kernel/errors.ts";
import { PART_SUFFIX, removePart, removeStaleParts } from "./backup-folder.ts";
import { eventsOf, type Manifest, writeManifest } from "./backup-manifest.ts";
import type { BackupSource } from "./backup-source.ts";
import { copyFile, type FileFacts, factsOf, makeDurable } from "./copy-file.ts";
import { DRAFT_SUFFIX, syncFolder } from "./durable-file.ts";
import { giveToOwnerOf, makeFolderLike } from "./ownership.ts";
import { storeError } from "./store-error.ts";
import { DATABASE, freeStamp, HELD_FILES, KEPT_FOLDERS, SITE_KEY } from "./store-files.ts";
import { verifyBackup } from "./verify-backup.ts";

/** A backup on the store's own disk leaves the event log this much of it. */
const ROOM_KEPT_BYTES = 64 * 1024 * 1024;

export interface BackupAbout {
  readonly desk: string;
  /** Titian's version. */
  readonly titian: string;
  readonly at: Date;
}

export interface BackupMade {
  /** Of this one backup, inside the folder that was asked for. */
  readonly folder: string;
  readonly bytes: number;
  /** Of the desk's newest event in it. */
  readonly lastSeq: number;
  /** Events of this desk in it. */
  readonly events: number;
}

/**
 * A whole copy in `<into>/titian-<desk>-<stamp>`, a name that no other backup has: database, site key, vault, designs and standards, each file with its hash in
 * a manifest, verified by reading it all back. The store may be in use. Whatever goes wrong leaves nothing of it behind.
 * Throws `BACKUP_NO_ROOM`, `BACKUP_UNUSABLE`, or `BACKUP_DAMAGED` where the copy does not add up: then the disk is bad, or
 * the store itself is damaged.
 */
export async function backupStore(
  source: BackupSource,
  into: string,
  signal: AbortSignal,
  about: BackupAbout,
): Promise<BackupMade> {
  let part: string | undefined;
  try {
    assertRoom(source, into, about);
    const folder = claim(into, about);
    part = `${folder}${PART_SUFFIX}`;
    for (const name of KEPT_FOLDERS) mkdirSync(path.join(part, name), { mode: 0o700 });
    const files = await copyParts(source, part, signal);
    const manifest = { ...describe(part, about), files };
    writeManifest(part, manifest);
    await verifyBackup(part, signal);
    giveToOwnerOf(
      into,
      [part, ...everythingIn(part)].map((name) => path.relative(into, name)),
    );
    renameSync(part, folder);
    syncFolder(into);
    return { folder, bytes: sum(files), lastSeq: manifest.lastSeq, events: eventsOf(manifest) };
  } catch (thrown) {
    // Asked first: what is taken away makes room again.
    const error = backupError(thrown, into);
    if (part !== undefined) removePart(part);
    signal.throwIfAborted();
    throw error;
  }
}

function assertRoom(source: BackupSource, into: string, { at, desk }: BackupAbout): void {
  makeFolderLike(into);
  removeStaleParts(into, desk, at);
  const { bavail, bsize } = statfsSync(into);
  const isOwnDisk = statSync(into).dev === statSync(source.folder).dev;
  const left = bavail * bsize - (isOwnDisk ? ROOM_KEPT_BYTES : 0);
  if (left < bytesOf(source.folder)) throw new TitianError("BACKUP_NO_ROOM");
}

/**
 * Whoever makes its part first has the name: a technician may back up in the very second in which the daemon does. Others take the
 * next second's. Its folder is looked for afterwards, when no other can put it there any more.
 */
function claim(into: string, { at, desk }: BackupAbout): string {
  const folder = (stamp: string): string => path.join(into, `titian-${desk}-${stamp}`);
  return folder(freeStamp(at, (stamp) => isClaimed(folder(stamp))));
}

function isClaimed(folder: string): boolean {
  const part = `${folder}${PART_SUFFIX}`;
  try {
    mkdirSync(part, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
  if (!existsSync(folder)) return true;
  rmdirSync(part);
  return false;
}

/**
 * Files are listed before the database is copied: one that comes later is named by no event of the copy. One that is erased
 * meanwhile is left out.
 */
async function copyParts(
  source: BackupSource,
  part: string,
  signal: AbortSignal,
): Promise<Manifest["files"]> {
  const names = namesIn(source.folder);
  const database = path.join(part, DATABASE);
  await source.snapshot(database, signal);
  standAlone(database);
  await makeDurable(database);
  const files = [{ name: DATABASE, ...(await factsOf(database, signal)) }];
  for (const name of names) {
    const facts = await copyIfThere(path.join(source.folder, name), path.join(part, name), signal);
    if (facts) files.push({ name, ...facts });
  }
  for (const name of KEPT_FOLDERS) syncFolder(path.join(part, name));
  return files;
}

function namesIn(folder: string): readonly string[] {
  const kept = KEPT_FOLDERS.flatMap((inner) =>
    list(path.join(folder, inner))
      .filter((name) => !name.endsWith(DRAFT_SUFFIX))
      .map((name) => `${inner}/${name}`),
  );
  return [SITE_KEY, ...HELD_FILES, ...kept];
}

function list(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
}

async function copyIfThere(from: string, to: string, signal: AbortSignal): Promise<FileFacts | undefined> {
  try {
    return await copyFile(from, to, signal);
  } catch (error) {
    const { code, path: at } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && at === from) return undefined;
    throw error;
  }
}

/** One file that needs no journal beside it, and that can be read from a disk that cannot be written. */
function standAlone(database: string): void {
  using sql = new DatabaseSync(database);
  sql.exec("PRAGMA journal_mode = DELETE");
}

function describe(part: string, { at, desk, titian }: BackupAbout): Omit<Manifest, "files"> {
  using sql = new DatabaseSync(path.join(part, DATABASE), { readOnly: true });
  const number = (statement: string, ...values: string[]): number =>
    Number(Object.values(sql.prepare(statement).get(...values) ?? {})[0]);
  return {
    ...{ format: 1, titian, at: at.toISOString(), desk },
    schema: number("PRAGMA user_version"),
    lastSeq: number("SELECT coalesce(max(seq), 0) FROM events WHERE desk = ?", desk),
    events: number("SELECT count(*) FROM events WHERE desk = ?", desk),
    lastPosition: number("SELECT coalesce(max(position), 0) FROM events"),
  };
}

const everythingIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)));

function bytesOf(folder: string): number {
  const names = [DATABASE, `${DATABASE}-wal`, ...namesIn(folder)];
  const sizes = names.map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((all, one) => all + one, 0);
}

const sum = (files: Manifest["files"]): number => files.reduce((all, { bytes }) => all + bytes, 0);

function backupError(thrown: unknown, into: string): unknown {
  const coded = storeError(thrown, into);
  if (!(coded instanceof TitianError)) return coded;
  const { code, details } = coded;
  if (code === "STORE_FULL") return new TitianError("BACKUP_NO_ROOM", { details, cause: thrown });
  if (code === "STORE_UNUSABLE") return new TitianError("BACKUP_UNUSABLE", { details, cause: thrown });
  return coded;
}
