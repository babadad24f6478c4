import { createHash } from "node:crypto";
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { ListedFile } from "./manifest.ts";
import { openManifest, type PublicKey } from "./signature.ts";

/** In a version's folder, beside its files: the signed manifest that it came with. */
export const MANIFEST = "update.json";
const CHUNK = 1024 * 1024;

/** As archives are named: `linux-x64`. */
export const platformName = (): string => `${process.platform}-${process.arch}`;

/**
 * What is wrong with a version's folder, in words for the log; undefined when every file is as it was signed and nothing lies
 * beside them: a module that somebody added could be found before the one that was meant. Reads all of it: 250 MB take 0.3 s
 * from memory.
 */
export function damageOf(folder: string, version: string, keys: readonly PublicKey[]): string | undefined {
  try {
    const opened = openManifest(readFileSync(path.join(folder, MANIFEST), "utf8"), keys);
    if ("refused" in opened) return `its manifest is ${opened.refused}`;
    const files = opened.manifest.platforms[platformName()]?.files;
    if (opened.manifest.version !== version || !files) return "its manifest is another version's";
    return strangerIn(folder, files) ?? firstDamaged(folder, files);
  } catch (error) {
    return `it cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`;
  }
}

function strangerIn(folder: string, files: readonly ListedFile[]): string | undefined {
  const listed = new Set([MANIFEST, ...files.map((file) => file.path)]);
  const stranger = everythingIn(folder, "").find((name) => !listed.has(name));
  return stranger && `${stranger} is not of it`;
}

/** Everything that is no folder, from `folder`, with `/`. */
function everythingIn(folder: string, within: string): readonly string[] {
  return readdirSync(path.join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const name = within === "" ? entry.name : `${within}/${entry.name}`;
    return entry.isDirectory() ? everythingIn(folder, name) : [name];
  });
}

function firstDamaged(folder: string, files: readonly ListedFile[]): string | undefined {
  const damaged = files.find((file) => !isAsListed(path.join(folder, file.path), file));
  return damaged && `${damaged.path} is not as it was signed`;
}

function isAsListed(file: string, { size, sha256, executable }: ListedFile): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size !== size) return false;
  if (executable && process.platform !== "win32" && (stat.mode & 0o100) === 0) return false;
  return sha256 === hashOf(file);
}

function hashOf(file: string): string {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(CHUNK);
  const handle = openSync(file, "r");
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk))
      hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}
