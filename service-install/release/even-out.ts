import { chmodSync, lstatSync, readdirSync, utimesSync } from "node:fs";
import path from "node:path";

/** The same for everybody who builds this version: an archive remembers times and rights. `seconds`: since 1970. */
export function evenOut(folder: string, seconds: number): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const { mode, isDirectory } = statOf(file);
    if (isDirectory) {
      evenOut(file, seconds);
      continue;
    }
    chmodSync(file, mode & 0o100 ? 0o755 : 0o644);
    utimesSync(file, seconds, seconds);
  }
  chmodSync(folder, 0o755);
  utimesSync(folder, seconds, seconds);
}

function statOf(file: string): { readonly mode: number; readonly isDirectory: boolean } {
  const stat = lstatSync(file);
  return { mode: stat.mode, isDirectory: stat.isDirectory() };
}
