import { lstat, mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { errnoOf } from "./folder-failure.ts";

const MOST_TWINS = 1_000;

/** Moves a file into the subfolder `taken` under a name that nothing there has. The answer is an errno, or undefined. */
export async function setAside(folder: string, name: string): Promise<string | undefined> {
  const taken = path.join(folder, "taken");
  try {
    await mkdir(taken, { recursive: true });
    // A link would carry the file out of the folder.
    if (!(await lstat(taken)).isDirectory()) return "ENOTDIR";
    const { name: stem, ext } = path.parse(name);
    for (let twin = 1; twin <= MOST_TWINS; twin++) {
      const target = path.join(taken, twin === 1 ? name : `${stem} (${twin})${ext}`);
      if (!(await isFree(target))) continue;
      await rename(path.join(folder, name), target);
      return undefined;
    }
    return "EEXIST";
  } catch (error) {
    return errnoOf(error);
  }
}

const isFree = (target: string): Promise<boolean> =>
  lstat(target).then(
    () => false,
    (error: unknown) => errnoOf(error) === "ENOENT",
  );
