import { rmSync, statSync } from "node:fs";
import path from "node:path";
import { TitianError } from "../kernel/errors.ts";
import type { VaultId } from "../kernel/types.ts";
import { type Manifest, readManifest, writeManifest } from "./backup-manifest.ts";
import { syncFolder } from "./durable-file.ts";

/** Takes files of the vault out of a backup, which stays a whole one without them. Returns how many were in it. */
export function eraseFromBackup(backup: string, files: readonly VaultId[]): number {
  const manifest = manifestOf(backup);
  if (!manifest) return eraseFromReplaced(backup, files);
  const wanted = new Set(files.map((file) => `vault/${file}`));
  const gone = manifest.files.filter(({ name }) => wanted.has(name));
  if (gone.length === 0) return 0;
  // The list first: a file that no list names is no part of the backup, and a power cut leaves it verifiable.
  writeManifest(backup, { ...manifest, files: manifest.files.filter(({ name }) => !wanted.has(name)) });
  for (const { name } of gone) rmSync(path.join(backup, name), { force: true });
  syncFolder(path.join(backup, "vault"));
  return gone.length;
}

/** The same in a store that a restore has put aside. */
export function eraseFromReplaced(store: string, files: readonly VaultId[]): number {
  const there = files
    .map((file) => path.join(store, "vault", file))
    .filter((file) => statSync(file, { throwIfNoEntry: false }));
  for (const file of there) rmSync(file, { force: true });
  if (there.length > 0) syncFolder(path.join(store, "vault"));
  return there.length;
}

/** Undefined for a backup that cannot be restored any more: its files can be read all the same. */
function manifestOf(backup: string): Manifest | undefined {
  try {
    return readManifest(backup);
  } catch (error) {
    if (TitianError.from(error).code === "BACKUP_DAMAGED") return undefined;
    throw error;
  }
}
