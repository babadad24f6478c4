import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";

/**
 * Loaded before a program: `PULL_AT` says at which of its changes to the disk the power fails, before that change or, of what
 * is written, in the middle of it. Without one the program runs to its end and says how many there were: `changes <n>`.
 */
const pullAt = Number(process.env["PULL_AT"] ?? Number.POSITIVE_INFINITY);
const { writeSync } = fs;
let changes = 0;

type Work = (...args: unknown[]) => unknown;
type Names = Record<string, Work>;

function isNow(): boolean {
  changes += 1;
  return changes === pullAt;
}

const pull = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("the power fails");
};

function change(names: Names, name: string): void {
  const work = names[name] as Work;
  names[name] = (...args) => (isNow() ? pull() : work(...args));
}

/** Opened for reading, a file is not changed. */
function opening(names: Names, name: string): void {
  const work = names[name] as Work;
  names[name] = (...args) => {
    const [, flags] = args;
    const isChange =
      typeof flags === "string" ? flags !== "r" : typeof flags === "number" && (flags & 3) !== 0;
    return isChange && isNow() ? pull() : work(...args);
  };
}

/** A file's content, at once: all of it, nothing, or the first half. */
function writing(names: Names, name: string): void {
  const work = names[name] as Work;
  names[name] = (file, data, ...rest) => {
    if (isNow()) return pull();
    if (isNow()) {
      const bytes = Buffer.from(data as string | Uint8Array<ArrayBuffer>);
      work(file, bytes.subarray(0, bytes.length / 2), ...rest);
      return pull();
    }
    return work(file, data, ...rest);
  };
}

const sync = fs as unknown as Names;
for (const name of ["renameSync", "rmSync", "mkdirSync", "fsyncSync", "unlinkSync", "rmdirSync", "writeSync"])
  change(sync, name);
for (const name of ["rename", "rm", "mkdir", "fsync", "unlink", "write", "writev"]) change(sync, name);
for (const name of ["openSync", "open"]) opening(sync, name);
writing(sync, "writeFileSync");
const promises = fs.promises as unknown as Names;
for (const name of ["rename", "rm", "mkdir", "unlink", "writeFile"]) change(promises, name);
opening(promises, "open");
syncBuiltinESMExports();

process.on("exit", () => void writeSync(1, `changes ${changes}\n`));
