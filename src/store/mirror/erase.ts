import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { open, rm } from "node:fs/promises";
import path from "node:path";

/** What SQLite keeps beside a file. */
const SIDE_FILES = ["", "-wal", "-shm", "-journal"] as const;
const PUT_ASIDE = ".erase";
const ZEROS = new Uint8Array(1024 * 1024);

/** Bytes written over and handed back, with everything beside the file. Returns whether there was one. */
export function eraseMirror(file: string): boolean {
  const wasThere = isThere(file);
  for (const name of [...namesOf(file), ...leftOver(file)]) {
    if (isThere(name)) overwrite(name);
    rmSync(name, { force: true });
  }
  return wasThere;
}

/**
 * Out of the way at once, and written over bit by bit: a million members are 250 MB, for which nobody at the desk should wait.
 * What the end of the process leaves is erased by the next one.
 */
export function eraseBehind(file: string): void {
  for (const name of namesOf(file)) {
    if (isThere(name)) renameSync(name, `${name}.${process.hrtime.bigint()}${PUT_ASIDE}`);
  }
  eraseLeftOver(file);
}

/** What an earlier process had put aside. */
export function eraseLeftOver(file: string): void {
  for (const name of leftOver(file)) eraseSlowly(name).catch(() => undefined);
}

export function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

const namesOf = (file: string): readonly string[] => SIDE_FILES.map((side) => `${file}${side}`);

function leftOver(file: string): readonly string[] {
  const [folder, name] = [path.dirname(file), path.basename(file)];
  const names = isThere(folder) ? readdirSync(folder) : [];
  return names
    .filter((one) => one.startsWith(name) && one.endsWith(PUT_ASIDE))
    .map((one) => path.join(folder, one));
}

function overwrite(name: string): void {
  const handle = openSync(name, "r+");
  try {
    for (let left = statSync(name).size, at = 0; left > 0; ) {
      const written = writeSync(handle, ZEROS, 0, Math.min(left, ZEROS.length), at);
      at += written;
      left -= written;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function eraseSlowly(name: string): Promise<void> {
  const handle = await open(name, "r+");
  try {
    for (let left = (await handle.stat()).size, at = 0; left > 0; ) {
      const { bytesWritten } = await handle.write(ZEROS, 0, Math.min(left, ZEROS.length), at);
      at += bytesWritten;
      left -= bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(name, { force: true });
}
