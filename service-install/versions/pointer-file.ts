import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { FAILURES, type Failure, type Pointer } from "./pointer.ts";
import { isVersion } from "./version.ts";

const NAME = "pointer.json";
const LARGEST = 64 * 1024;

/** What touches the disk, one step at a time, so that a test can pull the plug between any two. */
export interface Disk {
  /** On the platter when it returns. */
  write(file: string, text: string): void;
  rename(from: string, to: string): void;
  /** A new name is durable only once its folder is. */
  sync(folder: string): void;
}

export const DISK: Disk = {
  write(file, text) {
    const handle = openSync(file, "w", 0o640);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  rename: renameSync,
  sync(folder) {
    // Windows opens no folder, and journals names itself.
    if (process.platform === "win32") return;
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};

/** The old pointer or the new one, never half of one. */
export function writePointer(folder: string, pointer: Pointer, disk: Disk = DISK): void {
  const file = path.join(folder, NAME);
  disk.write(`${file}.tmp`, `${JSON.stringify(pointer, undefined, 2)}\n`);
  disk.rename(`${file}.tmp`, file);
  disk.sync(folder);
}

/** Undefined where there never was one, where it may not be read, and where it says nothing that can be followed. */
export function readPointer(folder: string): Pointer | undefined {
  try {
    const text = readFileSync(path.join(folder, NAME), "utf8");
    return text.length > LARGEST ? undefined : asPointer(JSON.parse(text));
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
/** The package's version may carry a build mark. */
const isVersionText = (value: unknown): value is string =>
  typeof value === "string" && isVersion(value.split("+")[0] ?? "");

function asPointer(value: unknown): Pointer | undefined {
  if (!isFields(value) || !isVersionText(value["current"])) return undefined;
  const { current, previous, trial, probation, failed } = value;
  const failures = Array.isArray(failed) ? failed.filter(isFailure) : [];
  return {
    current,
    ...(isVersionText(previous) && { previous }),
    ...(isTrial(trial) && { trial: { version: trial.version, startsLeft: trial.startsLeft } }),
    ...(isProbation(probation) && { probation: { startsLeft: probation.startsLeft } }),
    failed: failures.map(({ version, why, at }) => ({ version, why, at })),
  };
}

const isTrial = (value: unknown): value is NonNullable<Pointer["trial"]> =>
  isFields(value) && isVersionText(value["version"]) && Number.isInteger(value["startsLeft"]);

const isProbation = (value: unknown): value is NonNullable<Pointer["probation"]> =>
  isFields(value) && Number.isInteger(value["startsLeft"]);

const isFailure = (value: unknown): value is Failure =>
  isFields(value) &&
  isVersionText(value["version"]) &&
  FAILURES.some((why) => why === value["why"]) &&
  typeof value["at"] === "string";
