import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import type { ListedFile } from "./manifest.ts";
import { openManifest, type PublicKey } from "./signature.ts";

/** In a version's folder, beside its files: the signed manifest that it came with. */
export const MANIFEST = "update.json";
const CHUNK_BYTES = 1024 * 1024;

/** As archives are named: `linux-x64`. */
export const platformName = (): string => `${process.platform}-${process.arch}`;

/**
 * What is wrong with a version's folder, in words for the log; undefined when every file is as it was signed and nothing lies
 * beside them: a module that somebody added could be found before the one that was meant. Reads all of it.
 */
export async function damageOf(
  folder: string,
  version: string,
  keys: readonly PublicKey[],
): Promise<string | undefined> {
  try {
    const opened = openManifest(await readFile(path.join(folder, MANIFEST), "utf8"), keys);
    if ("refused" in opened) return `its manifest is ${opened.refused}`;
    const files = opened.manifest.platforms[platformName()]?.files;
    if (opened.manifest.version !== version || !files) return "its manifest is another version's";
    return (await strangerIn(folder, files)) ?? (await firstDamaged(folder, files));
  } catch (error) {
    return `it cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`;
  }
}

async function strangerIn(folder: string, files: readonly ListedFile[]): Promise<string | undefined> {
  const listed = new Set([MANIFEST, ...files.map((file) => file.path)]);
  const everything = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = everything
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
  const stranger = names.find((name) => !listed.has(name));
  return stranger && `${stranger} is not of it`;
}

async function firstDamaged(folder: string, files: readonly ListedFile[]): Promise<string | undefined> {
  for (const file of files) {
    if (!(await isAsListed(path.join(folder, file.path), file)))
      return `${file.path} is not as it was signed`;
  }
  return undefined;
}

async function isAsListed(file: string, { size, sha256, executable }: ListedFile): Promise<boolean> {
  const stat = await lstat(file);
  if (!stat.isFile() || stat.size !== size) return false;
  if (executable && process.platform !== "win32" && (stat.mode & 0o100) === 0) return false;
  return sha256 === (await hashOf(file));
}

/** Hexadecimal, SHA-256. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) hash.update(chunk);
  return hash.digest("hex");
}
