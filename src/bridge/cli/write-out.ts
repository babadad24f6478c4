import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ConfigError } from "../../kernel/schema.ts";

/** A new file for its owner alone, on the disk or the stick when it returns; one that is there is never overwritten. */
export function writeOut(to: string, bytes: Uint8Array | string): string {
  const file = path.resolve(to);
  try {
    const handle = openSync(file, "wx", 0o600);
    let isWhole = false;
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
      isWhole = true;
    } finally {
      closeSync(handle);
      // Half of it would be in the way of the next try.
      if (!isWhole) rmSync(file, { force: true });
    }
    return file;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "EEXIST" ? "already exists and is left as it is" : `cannot be written (${code})`;
    throw new ConfigError(file, [why]);
  }
}
