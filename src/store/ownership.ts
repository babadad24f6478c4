import { existsSync, lchownSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";

/** Gives files inside `folder` to whoever owns it: a technician works as root, and the service that reads them is somebody else. */
export function giveToOwnerOf(folder: string, names: readonly string[]): void {
  if (process.geteuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  // The owner may have put a link in the place of a file of ours; what it leads to stays whose it is.
  for (const name of names) lchownSync(path.join(folder, name), uid, gid);
}

/** Makes a folder, for the owner of the folder that it comes to lie in. */
export function makeFolderLike(folder: string): void {
  const parent = path.dirname(folder);
  if (existsSync(folder) || parent === folder) return;
  makeFolderLike(parent);
  mkdirSync(folder, { mode: 0o700 });
  giveToOwnerOf(parent, [path.basename(folder)]);
}
