import { lstatSync } from "node:fs";
import process from "node:process";

/** What changes the machine: the package's own version does it, whose files belong to root. */
const FOR_ROOT: readonly (string | undefined)[] = ["service", "init", "browser-policy", "update"];

export const isForRoot = (words: readonly string[]): boolean =>
  process.getuid?.() === 0 && FOR_ROOT.includes(words[0]);

/**
 * Files that came by update belong to the service's account, and whoever has that account could change them after they were
 * looked at. So root runs them as that account, and never as root.
 */
export function becomeOwnerOf(folder: string): void {
  if (process.getuid?.() !== 0) return;
  // A link belongs to whoever has put it there, and may lead to a folder of root's that everybody can write.
  const { uid, gid } = lstatSync(folder);
  if (uid === 0) return;
  process.setgroups?.([gid]);
  process.setgid?.(gid);
  process.setuid?.(uid);
}
