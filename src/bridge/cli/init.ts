import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import type { Static, TSchema } from "typebox";
import { ConfigError, check } from "../../kernel/schema.ts";
import { PRESETS } from "../../sla/presets.ts";
import { ConfigSchema } from "../config/schema.ts";
import type { Language } from "../messages/messages.ts";
import { type Answers, titianToml } from "./titian-toml.ts";

/** Asks one question and resolves to the answer, trimmed; empty means the offered one. */
export type Ask = (question: string, offered: string) => Promise<string>;

export interface InitSurroundings {
  readonly file: string;
  readonly ask: Ask;
  readonly print: (line: string) => void;
  readonly language: Language;
}

/** Asks what cannot be guessed and writes a commented titian.toml. Never writes over one. */
export async function init({ file, ask, print, language }: InitSurroundings): Promise<void> {
  print(SAY.begin[language]);
  for (const [index, standard] of PRESETS.entries()) {
    print(`  ${index + 1}. ${standard.institution.parent}: ${standard.service.title}`);
  }
  const answers: Answers = {
    standard: await standardFrom(ask, print, language),
    timeZone: await valid(ask, print, language, "timeZone"),
    deskId: await valid(ask, print, language, "deskId"),
    deskTitle: await valid(ask, print, language, "deskTitle"),
    host: await valid(ask, print, language, "host"),
    port: await valid(ask, print, language, "port"),
    database: await valid(ask, print, language, "database"),
    user: await valid(ask, print, language, "user"),
    passwordFile: await valid(ask, print, language, "passwordFile"),
  };
  writeNew(file, titianToml(answers));
  print(`${SAY.written[language]} ${file}`);
  print(SAY.next[language]);
}

type Question = Exclude<keyof Answers, "standard">;

const { desk, library, inlislite } = ConfigSchema.properties;
const SCHEMAS: Readonly<Record<Question, TSchema>> = {
  timeZone: library.properties.timeZone,
  deskId: desk.properties.id,
  deskTitle: desk.properties.title,
  host: inlislite.properties.host,
  port: inlislite.properties.port,
  database: inlislite.properties.database,
  user: inlislite.properties.user,
  passwordFile: inlislite.properties.passwordFile,
};
const PASSWORD_FILE = "inlislite-password";

const QUESTIONS: Readonly<Record<Question, Readonly<Record<Language, string>>>> = {
  timeZone: { id: "Zona waktu", en: "Time zone" },
  deskId: {
    id: "Nama pendek loket ini (huruf kecil, angka, -)",
    en: "Short name of this desk (a-z, 0-9, -)",
  },
  deskTitle: { id: "Nama loket menurut petugas", en: "What staff call this desk" },
  host: { id: "Server basis data INLISLite", en: "INLISLite's database server" },
  port: { id: "Port server itu", en: "Its port" },
  database: { id: "Nama basis data INLISLite", en: "Name of INLISLite's database" },
  user: { id: "Pengguna basis data untuk Titian", en: "Titian's user in that database" },
  passwordFile: { id: "Berkas kata sandinya", en: "File with the password" },
};

const SAY = {
  begin: { id: "Standar pelayanan yang tersedia:", en: "Service standards that are installed:" },
  which: { id: "Standar pelayanan loket ini (nomor)", en: "This desk's service standard (number)" },
  notOne: { id: "Pilih salah satu nomor di atas.", en: "Choose one of the numbers above." },
  notValid: { id: "Belum sesuai:", en: "That will not do:" },
  written: { id: "Tertulis:", en: "Written:" },
  next: {
    id: "Berikutnya: tulis kata sandi ke berkasnya, lalu jalankan: titian doctor",
    en: "Next: write the password to its file, then run: titian doctor",
  },
} as const;

async function standardFrom(ask: Ask, print: InitSurroundings["print"], language: Language): Promise<string> {
  for (;;) {
    const answer = (await ask(SAY.which[language], "1")) || "1";
    const chosen = /^\d+$/.test(answer) ? PRESETS[Number(answer) - 1] : undefined;
    if (chosen) return chosen.id;
    print(SAY.notOne[language]);
  }
}

/** Asks until the configuration's own schema is content. */
async function valid(
  ask: Ask,
  print: InitSurroundings["print"],
  language: Language,
  question: Question,
): Promise<string> {
  const schema = SCHEMAS[question];
  const offered = String((schema as { readonly default?: Static<TSchema> }).default ?? PASSWORD_FILE);
  for (;;) {
    const answer = (await ask(QUESTIONS[question][language], offered)) || offered;
    const problems = problemsOf(question, schema, answer);
    if (problems.length === 0) return answer;
    print(`${SAY.notValid[language]} ${problems.join(", ")}`);
  }
}

function problemsOf(question: Question, schema: TSchema, answer: string): readonly string[] {
  if (question === "timeZone" && !isTimeZone(answer)) return ["Asia/Jakarta, Asia/Makassar, Asia/Jayapura"];
  const value = question === "port" && /^\d+$/.test(answer) ? Number(answer) : answer;
  return check(schema, value).problems.map((problem) => problem.replace(/^\/ /, ""));
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function writeNew(file: string, content: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    // `wx`: two technicians at once, or a file that appeared meanwhile, lose nothing.
    writeFileSync(file, content, { flag: "wx", mode: 0o640 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = code === "EEXIST" ? "already exists and is left as it is" : `cannot be written (${code})`;
    throw new ConfigError(file, [problem]);
  }
}

/** Questions on a terminal; the offered answer stands in brackets. Closing the input ends it with an AbortError. */
export function terminalAsk(signal: AbortSignal): { readonly ask: Ask; close(): void } {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new AbortController();
  terminal.once("close", () => closed.abort());
  const ended = AbortSignal.any([signal, closed.signal]);
  return {
    ask: async (question, offered) =>
      (await terminal.question(`${question} [${offered}]: `, { signal: ended })).trim(),
    close: () => terminal.close(),
  };
}
