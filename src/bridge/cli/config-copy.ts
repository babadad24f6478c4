import { existsSync } from "node:fs";
import path from "node:path";
import { parse } from "smol-toml";
import { drivers } from "../../../drivers/index.ts";
import { asOwnerOf } from "../../../service-install/versions/rights.ts";
import { TitianError } from "../../kernel/errors.ts";
import { ConfigError, check } from "../../kernel/schema.ts";
import { loadConfig } from "../config/load.ts";
import { meaningProblems } from "../config/meaning.ts";
import { type Config, ConfigSchema } from "../config/schema.ts";
import type { DeskCopy } from "../desk-copy/contents.ts";
import { settingsFor } from "../desk-copy/copied-settings.ts";
import { LARGEST_COPY_BYTES, readCopy, writeCopy } from "../desk-copy/copy-file.ts";
import { NewSettings, takePasswords } from "../desk-copy/new-settings.ts";
import { reachOf } from "../desk-copy/reach.ts";
import { readDesk } from "../desk-copy/read-desk.ts";
import { takeOver } from "../desk-copy/take-over.ts";
import { isLeft, type Taken } from "../desk-copy/taken.ts";
import { SILENT } from "../logging.ts";
import { DESK_COPY } from "../messages/desk-copy.ts";
import { bytesOfRegular } from "../regular-file.ts";
import { VERSION } from "../release.ts";
import { SystemClock } from "../system-clock.ts";
import type { ConfigInvocation } from "./argv-config.ts";
import { configExport } from "./config-export.ts";
import { confirm } from "./confirm.ts";
import type { Console } from "./execute.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { momentText } from "./moment-text.ts";
import { configFileOf, newConfigFileOf, openConfig, readingConfig, usualPaths } from "./open-config.ts";
import { newFile } from "./write-out.ts";

type Export = Extract<ConfigInvocation, { readonly command: "config-export" }>;
type Import = Extract<ConfigInvocation, { readonly command: "config-import" }>;

/** `titian config …`: one desk for the next one. */
export async function configCommand(invocation: ConfigInvocation, console: Console): Promise<ExitCode> {
  if (invocation.command === "config-import") return importCopy(invocation, console);
  if (invocation.to === undefined) {
    console.print(readingConfig(invocation.config, (file) => configExport(file, drivers)));
    return EXIT.stopped;
  }
  return exportCopy(invocation, invocation.to, console);
}

async function exportCopy(
  wishes: Export,
  to: string,
  { print, language, signal }: Console,
): Promise<ExitCode> {
  const words = DESK_COPY[language];
  const out = newFile(to);
  const config = openConfig(wishes, drivers);
  const file = configFileOf(wishes.config);
  const desk = { ...wishes, config, file, titian: VERSION, clock: new SystemClock() };
  const copy = await readDesk(desk, signal);
  const { designs, standards, devices, operators, passwords } = copy.contents;
  const counts = { designs: designs.length, standards: standards.length, devices: devices.length };
  out.write(writeCopy(copy));
  print(words.written(out.file, words.counts(counts)));
  const isSecret = operators.length > 0 || passwords.some(({ password }) => password !== null);
  print(isSecret ? words.withSecrets : words.withoutSecrets);
  print(words.nextDesk(path.basename(out.file)));
  return EXIT.stopped;
}

/** Exit code 1: done, and something is left for a person. */
async function importCopy(wishes: Import, { print, language, signal }: Console): Promise<ExitCode> {
  const words = DESK_COPY[language];
  const copy = readCopy(bytesOf(wishes.from));
  const done = await imported(wishes, copy, { words, print, language }, signal);
  if (!done) {
    print(words.left);
    return EXIT.stopped;
  }
  const { taken, config, waitsFor } = done;
  if (wishes.json) {
    print(JSON.stringify({ from: copy.about, taken, waitsFor: waitsFor ?? null }, undefined, 2));
    return taken.some(isLeft) ? EXIT.problemsFound : EXIT.stopped;
  }
  const { desk, at, titian } = copy.about;
  print(words.from(`${desk.title} (${desk.id})`, momentText(at, config.library.timeZone, language), titian));
  for (const one of taken) {
    const what = [words.parts[one.part], one.name].join(" ").trimEnd();
    print(`${markOf(one)} ${what}: ${words.outcomes[one.outcome]}`);
  }
  if (waitsFor !== undefined) print(`! ${words.waitsFor(waitsFor)}`);
  print(words.never);
  print(words.next);
  return taken.some(isLeft) || waitsFor !== undefined ? EXIT.problemsFound : EXIT.stopped;
}

function markOf(one: Taken): string {
  if (isLeft(one)) return "!";
  return one.outcome === "taken" || one.outcome === "changed" ? "✓" : "=";
}

interface Imported {
  readonly taken: readonly Taken[];
  readonly config: Config;
  readonly waitsFor: string | undefined;
}

interface Words extends Pick<Console, "print" | "language"> {
  readonly words: (typeof DESK_COPY)["id"];
}

/** Undefined where the person who was asked said no. */
async function imported(
  wishes: Import,
  copy: DeskCopy,
  told: Words,
  signal: AbortSignal,
): Promise<Imported | undefined> {
  const { words } = told;
  const { withOperators } = wishes;
  const around = { drivers, withOperators, clock: new SystemClock(), log: SILENT };
  const present = configFileOf(wishes.config);
  try {
    if (existsSync(present)) {
      const config = openConfig(wishes, drivers);
      if (wishes.desk !== undefined && wishes.desk !== config.desk.id)
        throw new ConfigError("titian config import", [words.otherDesk(config.desk.id)]);
      const kept: Taken = { part: "settings", name: present, outcome: "own" };
      return {
        taken: [kept, ...(await takeOver(copy, { ...around, config }, signal))],
        config,
        waitsFor: undefined,
      };
    }
    return await ontoBarePc(wishes, copy, told, around, signal);
  } catch (error) {
    if (TitianError.from(error).code !== "STORE_LOCKED") throw error;
    throw new ConfigError("titian config import", [words.running]);
  }
}

/** The store first and titian.toml last: a daemon that waits for it on a first run begins with everything in its place. */
async function ontoBarePc(
  wishes: Import,
  copy: DeskCopy,
  { words, print, language }: Words,
  around: Omit<Parameters<typeof takeOver>[1], "config">,
  signal: AbortSignal,
): Promise<Imported | undefined> {
  const { desk: id, letter } = wishes;
  if (id === undefined) throw new ConfigError("titian config import", [words.needsDesk]);
  if (id === copy.about.desk.id) throw new TitianError("DESK_COPY_OWN_DESK");
  const { text, waitsFor } = settingsFor(copy, { id, letter, title: wishes.title ?? id });
  assertLoads(text);
  // Whoever is asked has to see what about; a program that has answered wants its JSON alone.
  if (!wishes.json || !wishes.isAnswered)
    for (const reached of reachOf(text, drivers)) print(words.reaches(reached));
  if (!wishes.isAnswered && !(await confirm(words.isItYours, language, signal))) return undefined;
  const file = newConfigFileOf(wishes.config);
  if (file === undefined) throw new TitianError("SETUP_NOT_WRITABLE");
  using settings = new NewSettings(file, text);
  const config = loadConfig({
    ...{ file: settings.draft, environment: process.env, flags: wishes.flags, drivers },
    storeFolder: usualPaths().storeFolder,
  });
  // The file is root's to write, and what lies in the store is not root's to follow.
  const inStore = await asOwnerOf(config.store.folder, () => takeOver(copy, { ...around, config }, signal));
  const passwords = takePasswords(file, copy.contents.passwords, wishes.withPasswords);
  settings.putInPlace();
  const own: Taken = { part: "settings", name: file, outcome: "taken" };
  return { taken: [own, ...passwords, ...inStore], config, waitsFor };
}

/** What is written must be what the next start can read; said before anything is. */
function assertLoads(text: string): void {
  const { filled, problems } = check(ConfigSchema, parse(text));
  const all = [...problems, ...meaningProblems(filled, drivers)];
  if (all.length > 0) throw new ConfigError("titian.toml of the copy", all);
}

function bytesOf(from: string): Uint8Array {
  const file = path.resolve(from);
  try {
    const bytes = bytesOfRegular(file, LARGEST_COPY_BYTES);
    if (bytes === undefined) throw new TitianError("DESK_COPY_UNREADABLE");
    return bytes;
  } catch (error) {
    if (error instanceof TitianError) throw error;
    throw new ConfigError(file, [
      `cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`,
    ]);
  }
}
