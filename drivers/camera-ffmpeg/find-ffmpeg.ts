import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";

/** The part of the process that decides where a program is found. */
export interface SearchPath {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Absolute path of an ffmpeg that may be started, or undefined. `configured` is the only one looked at when it is given. */
export async function findFfmpeg(
  { platform, env }: SearchPath,
  configured: string | undefined,
): Promise<string | undefined> {
  const isWindows = platform === "win32";
  const { delimiter, isAbsolute, join } = isWindows ? path.win32 : path.posix;
  // Windows spells it Path. A relative entry would mean whatever folder the daemon happens to be in.
  const folders = (env["PATH"] ?? env["Path"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  const name = isWindows ? "ffmpeg.exe" : "ffmpeg";
  const places = configured === undefined ? folders.map((folder) => join(folder, name)) : [configured];
  for (const place of places) if (await isProgram(place)) return place;
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    // Not in this folder, or not ours to start.
    return false;
  }
}
