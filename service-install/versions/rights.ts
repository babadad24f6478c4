import { existsSync, lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { TELLS } from "./places.ts";
import { DEVICE_GROUPS, USER } from "./service-account.ts";

/** What changes the machine: the package's own version does it, whose files belong to root. */
const FOR_ROOT: readonly (string | undefined)[] = ["service", "init", "browser-policy", "update"];

export const isForRoot = (words: readonly string[]): boolean =>
  process.getuid?.() === 0 && FOR_ROOT.includes(words[0]);

interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

/**
 * For good. What lies in the service's folder belongs to its account, and whoever has that account could put something else there
 * after it was looked at: a version of Titian, a link in the place of a file. So root goes on as that account, and not as root. Nothing
 * happens for anybody else than root, and in root's own folders.
 */
export function becomeOwnerOf(folder: string): void {
  const owner = ownerOf(folder);
  if (!owner) return;
  process.env[TELLS.insteadOfRoot] = "yes";
  process.setgroups?.([...owner.groups]);
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
}

/**
 * For one piece of work, by whoever needs to be root again after it. It starts no program: a child could become root as well. Works with
 * functions that return a promise too.
 */
export function asOwnerOf<T>(folder: string, work: () => T): T {
  const owner = process.geteuid?.() === 0 ? ownerOf(folder) : undefined;
  return owner ? withRights(owner, work) : work();
}

function withRights<T>(account: Account, work: () => T): T {
  const before = {
    uid: process.geteuid?.() ?? 0,
    gid: process.getegid?.() ?? 0,
    groups: process.getgroups?.() ?? [],
  };
  const back = (): void => take(before);
  take(account);
  try {
    const result = work();
    if (result instanceof Promise) return result.finally(back) as T;
    back();
    return result;
  } catch (error) {
    back();
    throw error;
  }
}

/** Only root may change groups, so the user comes first on the way there and last on the way back. */
function take({ uid, gid, groups }: Account): void {
  process.seteuid?.(0);
  process.setgroups?.([...groups]);
  process.setegid?.(gid);
  process.seteuid?.(uid);
}

/** Undefined where there is nothing to give up. A folder that is not there yet will belong to who has the one around it. */
function ownerOf(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  let there = path.resolve(folder);
  while (!isThere(there)) there = path.dirname(there);
  // A link belongs to whoever has put it there, and may lead to a folder of root's that everybody can write.
  const { uid, gid } = lstatSync(there);
  return uid === 0 ? undefined : { uid, gid, groups: groupsOf(uid, gid) };
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** As they would have them themselves; the service's account has those of devices from its unit. */
function groupsOf(uid: number, gid: number): readonly number[] {
  const name = linesOf("/etc/passwd").find(([, , id]) => id === String(uid))?.[0];
  if (name === undefined) return [gid];
  const groups = linesOf("/etc/group").flatMap(([group, , id, members = ""]) => {
    const isOfService = name === USER && DEVICE_GROUPS.some((device) => device === group);
    return isOfService || members.split(",").includes(name) ? [Number(id)] : [];
  });
  return [...new Set([gid, ...groups.filter((id) => Number.isInteger(id))])];
}

function linesOf(file: string): readonly (readonly string[])[] {
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .map((line) => line.split(":"))
    : [];
}
