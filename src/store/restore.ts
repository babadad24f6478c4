import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { TitianError } from "../kernel/errors.ts";
import { damaged, type Manifest } from "./backup-manifest.ts";
import { copyFile } from "./copy-file.ts";
import { lockStore } from "./database.ts";
import { syncFolder } from "./durable-file.ts";
import { newestSchema } from "./migrations.ts";
import { giveToOwnerOf } from "./ownership.ts";
import { presentEvents, readPresent } from "./present-store.ts";
import { decide, STAGED, settleRestore } from "./restore-swap.ts";
import { keyCheckOf, type SiteKey } from "./site-key.ts";
import { storeError } from "./store-error.ts";
import { BACKED_UP, DATABASE, freeStamp, KEPT_FOLDERS, SITE_KEY } from "./store-files.ts";
import { verifyBackup } from "./verify-backup.ts";

export interface RestoreWishes {
  /** The store's folder; made where there is none. */
  readonly folder: string;
  /** The folder of one backup. */
  readonly backup: string;
  readonly desk: string;
  readonly at: Date;
  /** Also over records that were written with another site key. */
  readonly mayChangeKey?: boolean;
  /** Nobody has worked since the backup was made. */
  readonly isSameWork?: boolean;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where the replaced store lies; undefined where there was none. */
  readonly aside: string | undefined;
  /** Photos and signatures that are in the backup, were erased since and are not brought back. */
  readonly leftErased: number;
}

/**
 * Puts a backup in the place of the store, while no Titian runs. The backup is verified first and copied whole beside the
 * store; one durable file then decides, and a power cut at any moment leaves the old store or the new one, never a mixture.
 * The replaced store is kept. Throws `STORE_LOCKED`, `STORE_NEWER`, `STORE_FULL`, `STORE_UNUSABLE`, or `BACKUP_…`.
 */
export async function restoreStore(wishes: RestoreWishes, signal: AbortSignal): Promise<Restored> {
  const { folder, backup } = wishes;
  try {
    using _lock = lockStore(folder);
    settleRestore(folder);
    const manifest = await verifyBackup(backup, signal);
    assertFits(manifest, wishes);
    const { files, leftErased } = withoutErased(manifest, erasedIn(folder));
    await stage(wishes, files, signal);
    const hadStore = existsSync(path.join(folder, DATABASE));
    // What another restore has put aside in this second is not written over.
    const aside = `replaced-${freeStamp(wishes.at, (stamp) => !existsSync(path.join(folder, `replaced-${stamp}`)))}`;
    const { at: backupAt, lastSeq } = manifest;
    const { isSameWork = false } = wishes;
    const resumeAfter = resumingAfter(wishes, lastSeq);
    decide(folder, { aside, parts: partsOf(files), backupAt, lastSeq, resumeAfter, isSameWork });
    settleRestore(folder);
    return { manifest, aside: hadStore ? path.join(folder, aside) : undefined, leftErased };
  } catch (error) {
    throw storeError(error, folder);
  }
}

/**
 * Above every number that this desk can have given since the backup, also where nobody can read how many there were: no desk
 * writes an event for each second since 1970.
 */
function resumingAfter({ folder, desk, at }: RestoreWishes, lastSeq: number): number {
  const present = presentEvents(folder, desk);
  const presentSeq = typeof present === "object" ? present.lastSeq : 0;
  return Math.max(Math.floor(at.getTime() / 1_000), presentSeq, lastSeq);
}

function assertFits(manifest: Manifest, { folder, backup, desk, mayChangeKey = false }: RestoreWishes): void {
  const known = newestSchema();
  if (manifest.schema > known) {
    throw new TitianError("STORE_NEWER", { details: { found: manifest.schema, known } });
  }
  if (manifest.desk !== desk) throw new TitianError("BACKUP_OTHER_DESK");
  const [ours, theirs] = [keyIn(folder), keyIn(backup)];
  const isOther = ours !== undefined && ours !== theirs;
  // A desk that was only just installed has made a key of its own, and nothing is lost with it.
  if (isOther && !mayChangeKey && hasWork(folder)) throw new TitianError("BACKUP_OTHER_SITE");
}

function keyIn(folder: string): string | undefined {
  const file = path.join(folder, SITE_KEY);
  return existsSync(file) ? keyCheckOf(readFileSync(file) as SiteKey) : undefined;
}

function hasWork(folder: string): boolean {
  const found = readPresent(folder, (sql) =>
    sql.prepare("SELECT 1 FROM events WHERE stream LIKE 'case/%' LIMIT 1").get(),
  );
  // What cannot be read any more may have been work.
  return found === "unreadable" || found !== undefined;
}

/** What was erased stays erased: a backup is older than the wish to be forgotten. */
function erasedIn(folder: string): ReadonlySet<string> {
  const rows = readPresent(folder, (sql) =>
    sql.prepare("SELECT stream FROM events WHERE type = 'vault.erased'").all(),
  );
  const streams = Array.isArray(rows) ? rows : [];
  return new Set(streams.map(({ stream }) => String(stream)));
}

function withoutErased({ files }: Manifest, erased: ReadonlySet<string>) {
  const kept = files.filter(({ name }) => !erased.has(name));
  return { files: kept, leftErased: files.length - kept.length };
}

const partsOf = (files: Manifest["files"]) =>
  BACKED_UP.filter((part) => KEPT.has(part) || files.some(({ name }) => name === part));
const KEPT: ReadonlySet<string> = new Set(KEPT_FOLDERS);

async function stage(
  { folder, backup }: RestoreWishes,
  files: Manifest["files"],
  signal: AbortSignal,
): Promise<void> {
  const staged = path.join(folder, STAGED);
  try {
    for (const name of ["", ...KEPT_FOLDERS]) mkdirSync(path.join(staged, name), { mode: 0o700 });
    for (const { name, sha256 } of files) {
      const copied = await copyFile(path.join(backup, name), path.join(staged, name), signal);
      if (copied.sha256 !== sha256) throw damaged({ part: "file" });
    }
    const names = ["", ...KEPT_FOLDERS, ...files.map(({ name }) => name)];
    giveToOwnerOf(
      folder,
      names.map((name) => path.join(STAGED, name)),
    );
    for (const name of [...KEPT_FOLDERS, ""]) syncFolder(path.join(staged, name));
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw error;
  }
}
