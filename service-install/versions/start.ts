import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { damageOf } from "./files-check.ts";
import { type Places, TELLS } from "./places.ts";
import { nextStart, type Pointer, pointerOf, usualVersion, withoutDamaged } from "./pointer.ts";
import { type Disk, readPointer, writePointer } from "./pointer-file.ts";
import { keysIn, type PublicKey } from "./signature.ts";

/** What to start, ready for `execve` or for a service host that starts a child. */
export interface Program {
  readonly version: string;
  /** That version's own folder; the package's when it runs itself. */
  readonly folder: string;
  readonly isBase: boolean;
  readonly onTrial: boolean;
  readonly file: string;
  /** Without the program's own name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Around {
  /** The package's version, whatever the pointer says. */
  readonly isBaseOnly?: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For the service's log. */
  readonly say: (line: string) => void;
  readonly at: string;
  readonly disk?: Disk;
}

/** A small young generation: the daemon waits most of the day, and 20 MiB matter on a desk PC. */
const NODE_FLAGS = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=2"];

/**
 * The version that runs `words`, the command line after `titian`. `run` is the service: it alone begins a trial, and each of its
 * starts is counted on the disk before it happens. A version whose files are not those that were signed is never started.
 */
export async function programFor(words: readonly string[], places: Places, around: Around): Promise<Program> {
  const base = versionIn(places.base);
  const { version, onTrial } = await choose(words, places, base, around);
  const isBase = version === base;
  const folder = isBase ? places.base : path.join(places.versions, version);
  const { file, args } = programIn(folder, words);
  return {
    ...{ version, folder, isBase, onTrial, args },
    // A clone's Node lies elsewhere.
    file: isBase ? process.execPath : file,
    env: { ...around.env, [TELLS.versions]: places.versions, [TELLS.base]: places.base },
  };
}

interface Chosen {
  readonly version: string;
  readonly onTrial: boolean;
}

async function choose(
  words: readonly string[],
  places: Places,
  base: string,
  around: Around,
): Promise<Chosen> {
  if (around.isBaseOnly) return { version: base, onTrial: false };
  return words[0] === "run" ? serviceStart(places, base, around) : usualStart(places, base);
}

async function serviceStart(places: Places, base: string, { say, at, disk }: Around): Promise<Chosen> {
  const keys = keysIn(places.keys);
  let found = readPointer(places.versions);
  // Each turn rules a version out, and the package's own is never looked into.
  for (;;) {
    const start = nextStart(found ?? pointerOf(base), base, at);
    if (start.pointer !== found && found && !isWritten(places, start.pointer, say, disk)) {
      // A start that cannot be counted would be tried for ever.
      const version = usualVersion(found, base);
      const isSound = (await damageTo(version, places, base, keys)) === undefined;
      return { version: isSound ? version : base, onTrial: false };
    }
    const left = start.pointer.failed.at(-1);
    if (left && left !== found?.failed.at(-1)) say(`Titian ${left.version} is left behind: ${left.why}`);
    const damage = await damageTo(start.version, places, base, keys);
    if (damage === undefined) {
      say(`starting Titian ${start.version}${start.onTrial ? " on trial" : ""}`);
      return start;
    }
    say(`Titian ${start.version} is not started: ${damage}`);
    found = withoutDamaged(start.pointer, start.version, base, at);
    if (!isWritten(places, found, say, disk)) return { version: base, onTrial: false };
  }
}

function isWritten(places: Places, pointer: Pointer, say: Around["say"], disk?: Disk): boolean {
  try {
    writePointer(places.versions, pointer, disk);
    return true;
  } catch (error) {
    say(`the pointer cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** A command beside the service changes nothing; the package's version serves where the other may not be read. */
async function usualStart(places: Places, base: string): Promise<Chosen> {
  const pointer = readPointer(places.versions) ?? pointerOf(base);
  const version = usualVersion(pointer, base);
  const isSound = (await damageTo(version, places, base, keysIn(places.keys))) === undefined;
  return { version: isSound ? version : base, onTrial: false };
}

/** The package's own files are the package manager's to check. */
async function damageTo(
  version: string,
  { versions }: Places,
  base: string,
  keys: readonly PublicKey[],
): Promise<string | undefined> {
  return version === base ? undefined : damageOf(path.join(versions, version), version, keys);
}

export function versionIn(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return version;
}

/** A version's own Node with what it is given to run. */
export const programIn = (folder: string, words: readonly string[]): Pick<Program, "file" | "args"> => ({
  file: path.join(folder, process.platform === "win32" ? "node.exe" : "node"),
  args: [...NODE_FLAGS, entryOf(folder), ...words],
});

/** The bundle of a release, the sources of a clone. */
function entryOf(folder: string): string {
  const bundled = path.join(folder, "lib/titian.mjs");
  return existsSync(bundled) ? bundled : path.join(folder, "src/bridge/main.ts");
}
