import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { TitianError } from "../kernel/errors.ts";
import { type Manifest, manifestFile } from "./backup-manifest.ts";
import { verifyBackup } from "./verify-backup.ts";

/** Of a backup that is being made, or that was cut off. */
export const PART_SUFFIX = ".part";
/** One that has not grown for so long is nobody's work any more, ms. */
const STALE_MS = 60 * 60_000;

export interface KeptBackup {
  readonly folder: string;
  readonly at: Date;
}

/** This desk's backups, newest first, by their names. None where there is no such folder. */
export function backupsIn(into: string, desk: string): readonly KeptBackup[] {
  const name = new RegExp(`^titian-${desk}-(\\d{4})(\\d\\d)(\\d\\d)-(\\d\\d)(\\d\\d)(\\d\\d)$`);
  return namesIn(into)
    .filter((one) => statSync(manifestFile(path.join(into, one)), { throwIfNoEntry: false }))
    .toSorted()
    .reverse()
    .flatMap((one) => {
      const [, year, month, day, hour, minute, second] = name.exec(one) ?? [];
      const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      return Number.isNaN(at.getTime()) ? [] : [{ folder: path.join(into, one), at }];
    });
}

/** The newest that is what was written; those that are not are passed over. Undefined for none. */
export async function newestVerified(
  into: string,
  desk: string,
  signal: AbortSignal,
): Promise<(KeptBackup & { readonly manifest: Manifest }) | undefined> {
  for (const kept of backupsIn(into, desk)) {
    try {
      return { ...kept, manifest: await verifyBackup(kept.folder, signal) };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof TitianError)) throw error;
    }
  }
  return undefined;
}

/** Removes this desk's backups but the newest `keep`. Returns how many went. */
export function pruneBackups(into: string, desk: string, keep: number): number {
  const old = backupsIn(into, desk).slice(keep);
  for (const { folder } of old) {
    // First, so that what is left of it after a power cut is no backup.
    rmSync(manifestFile(folder), { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
  return old.length;
}

export const removePart = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** What a process that was killed in the middle left of this desk's. */
export function removeStaleParts(into: string, desk: string, now: Date): void {
  const parts = namesIn(into).filter(
    (name) => name.startsWith(`titian-${desk}-`) && name.endsWith(PART_SUFFIX),
  );
  for (const name of parts) {
    const folder = path.join(into, name);
    const changedMs = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (changedMs !== undefined && now.getTime() - changedMs > STALE_MS) removePart(folder);
  }
}

function namesIn(into: string): readonly string[] {
  try {
    return readdirSync(into);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw new TitianError("BACKUP_UNUSABLE", { details: { system: code ?? "?" }, cause });
  }
}
