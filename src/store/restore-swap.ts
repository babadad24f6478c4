import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { TitianError } from "../kernel/errors.ts";
import { syncFolder, writeDurably } from "./durable-file.ts";
import { giveToOwnerOf } from "./ownership.ts";
import { BACKED_UP, DATABASE_SIDES } from "./store-files.ts";

/** Where a restore puts its copy, whole and on the disk, before it touches the store. */
export const STAGED = "restore.new";
/** Once this file is there, the restore has happened: whoever opens the store next finishes it. */
const DECISION = "restore.json";
/** What that file is called once all is done: the next start writes into the log what it says. */
export const RESTORED = "restored.json";

const Decision = Type.Object({
  /** Folder that the replaced store goes to, inside the store's. */
  aside: Type.String({ pattern: "^replaced-[0-9]{8}-[0-9]{6}$" }),
  /** What the backup holds; what else the store had is put aside with the rest. */
  parts: Type.Array(Type.Enum(BACKED_UP), { maxItems: BACKED_UP.length }),
  /** When the backup was made. */
  backupAt: Type.String({ maxLength: 40 }),
  /** Of the newest event of this desk that it brought. */
  lastSeq: Type.Integer({ minimum: 0 }),
  /** This desk's numbers go on above it. Not in a decision of before there was one. */
  resumeAfter: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Nobody has worked since the backup, so what waits for a printer in it was not printed. */
  isSameWork: Type.Optional(Type.Boolean()),
});
export type Decision = Static<typeof Decision>;
const decision = Compile(Decision);

/** From here on the staged copy is the store, whatever happens to the power. */
export function decide(folder: string, wanted: Decision): void {
  writeDurably(path.join(folder, DECISION), Buffer.from(JSON.stringify(wanted)));
  giveToOwnerOf(folder, [DECISION]);
}

/**
 * Finishes a restore that was decided, and clears one away that was not. To be called under the write lock, before anything of
 * the store is opened. Returns whether it had to finish one.
 */
export function settleRestore(folder: string): boolean {
  const steps = settling(folder);
  let moved = 0;
  while (!steps.next().done) moved += 1;
  return moved > 0;
}

/** One move after the other; every one leaves a state from which all are found again. Tests stop in between. */
export function* settling(folder: string): Generator<void, void, void> {
  const decided = read(folder);
  if (!decided) {
    rmSync(path.join(folder, STAGED), { recursive: true, force: true });
    return;
  }
  const aside = path.join(folder, decided.aside);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  giveToOwnerOf(folder, [decided.aside]);
  // The journal first: beside another database it would be played into it.
  for (const part of [...DATABASE_SIDES, ...BACKED_UP]) {
    const [here, staged] = [path.join(folder, part), path.join(folder, STAGED, part)];
    const isDone = (decided.parts as readonly string[]).includes(part) && !existsSync(staged);
    if (!isDone && existsSync(here)) {
      renameSync(here, path.join(aside, part));
      yield;
    }
    if (existsSync(staged)) {
      renameSync(staged, here);
      yield;
    }
  }
  for (const changed of [aside, folder]) syncFolder(changed);
  rmSync(path.join(folder, STAGED), { recursive: true, force: true });
  renameSync(path.join(folder, DECISION), path.join(folder, RESTORED));
  syncFolder(folder);
  yield;
}

/** The restore since the last start, for whoever writes the first event after it. */
export const restoredSince = (folder: string): Decision | undefined => read(folder, RESTORED);

/** Tells of the restore since the last start, if there was one. What is told twice after a power cut was true twice. */
export function tellOfRestore(folder: string, tell: (restore: Decision) => void): void {
  const restore = restoredSince(folder);
  if (!restore) return;
  tell(restore);
  rmSync(path.join(folder, RESTORED));
}

function read(folder: string, name = DECISION): Decision | undefined {
  const file = path.join(folder, name);
  if (!existsSync(file)) return undefined;
  const value: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (decision.Check(value)) return value;
  throw new TitianError("STORE_CORRUPT", { details: { part: "restore" } });
}
