import { readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Pointer } from "../../../service-install/versions/pointer.ts";
import { isNewer, isVersion } from "../../../service-install/versions/version.ts";
import { STAGING } from "./stage.ts";

export const BACKUPS = "backups";
const REMOVING = ".removing";
/** After that a way back to the store of before the update is of no use any more, and holds what was erased since. */
const BACKUP_KEPT_MS = 7 * 24 * 60 * 60_000;

/** Removes what no pointer will ever name again: versions that were replaced twice, what a killed update left, old backups. */
export function prune(versions: string, pointer: Pointer, base: string, now: Date): void {
  for (const left of [STAGING, REMOVING]) rmSync(path.join(versions, left), { recursive: true, force: true });
  for (const name of namesIn(versions).filter((one) => isVersion(one) && !isNeeded(one, pointer, base))) {
    // First out of the way: half a version must not look like one.
    renameSync(path.join(versions, name), path.join(versions, REMOVING));
    rmSync(path.join(versions, REMOVING), { recursive: true, force: true });
  }
  const backups = path.join(versions, BACKUPS);
  for (const name of namesIn(backups)) {
    const age = now.getTime() - statSync(path.join(backups, name)).mtimeMs;
    if (age > BACKUP_KEPT_MS) rmSync(path.join(backups, name), { recursive: true, force: true });
  }
}

/** Newer than all that runs: it is waiting for a quiet moment. */
const isNeeded = (version: string, { current, previous, trial, failed }: Pointer, base: string): boolean =>
  [current, previous, trial?.version].includes(version)
    ? isNewer(version, base)
    : isNewer(version, current) && isNewer(version, base) && !failed.some((one) => one.version === version);

function namesIn(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
}
