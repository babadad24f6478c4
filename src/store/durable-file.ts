import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { storeError } from "./store-error.ts";

export const DRAFT_SUFFIX = ".tmp";

/** Never through a link: a technician writes as root into a folder that belongs to the service. Windows has no such flag. */
const NEW_OR_EMPTY = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;

/** The whole file or none of it, on the disk when it returns, readable by its owner alone. */
export function writeDurably(file: string, bytes: Uint8Array): void {
  const draft = `${file}${DRAFT_SUFFIX}`;
  try {
    const handle = openSync(draft, NEW_OR_EMPTY, 0o600);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
    syncFolder(path.dirname(file));
  } catch (error) {
    rmSync(draft, { force: true });
    throw storeError(error, path.dirname(file));
  }
}

/** Makes the folder, and removes what a process killed in the middle of `writeDurably` left behind. */
export function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const drafts = readdirSync(folder).filter((name) => name.endsWith(DRAFT_SUFFIX));
    for (const name of drafts) rmSync(path.join(folder, name));
  } catch (error) {
    throw storeError(error, folder);
  }
}

/** A new, renamed or deleted name is durable only once its folder is. Windows opens no folder, and journals names itself. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
