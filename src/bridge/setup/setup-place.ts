import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";

/** Where this daemon's titian.toml is or would be, and how the daemon begins anew once it has changed. */
export interface SetupPlace {
  /** Undefined: in a demonstration nothing is written. */
  readonly file: string | undefined;
  /** There is no titian.toml yet: the console shows nothing but the way to one. */
  readonly isFirstRun: boolean;
  restart(): void;
  /** On a first run, before the file is written: what was published until now is kept for the desk of this id. */
  readonly keep?: (desk: string) => void;
}

/** A demonstration, or a daemon that somebody starts from a program. */
export const NO_PLACE: SetupPlace = { file: undefined, isFirstRun: false, restart: () => undefined };

/** Whether this process may write a file there, new or in place of the one that is there. Asking makes nothing. */
export function isWritable(file: string): boolean {
  try {
    let folder = path.dirname(file);
    while (!existsSync(folder)) folder = path.dirname(folder);
    if (!statSync(folder).isDirectory()) return false;
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** For the service and its group alone: titian.toml names the password's file. */
export const makeFolderOf = (file: string): void =>
  void mkdirSync(path.dirname(file), { recursive: true, mode: 0o750 });
