import { writeFileSync } from "node:fs";
import path from "node:path";
import { ConfigError } from "../../kernel/schema.ts";

/** A new file for its owner alone; one that is there is never overwritten. */
export function writeOut(to: string, bytes: Uint8Array | string): string {
  const file = path.resolve(to);
  try {
    writeFileSync(file, bytes, { flag: "wx", mode: 0o600 });
    return file;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "EEXIST" ? "already exists and is left as it is" : `cannot be written (${code})`;
    throw new ConfigError(file, [why]);
  }
}
