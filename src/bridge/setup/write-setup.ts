import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parse as parseToml } from "smol-toml";
import type { DriverManifest } from "../../devices/index.ts";
import { TitianError } from "../../kernel/errors.ts";
import { check } from "../../kernel/schema.ts";
import { writeDurably } from "../../store/durable-file.ts";
import { titianToml } from "../cli/titian-toml.ts";
import { meaningProblems } from "../config/meaning.ts";
import { ConfigSchema } from "../config/schema.ts";
import type { SetupAnswers } from "../protocol/setup-commands.ts";
import { isWritable, makeFolderOf } from "./setup-place.ts";
import { type TomlEdit, withSettings } from "./toml-edits.ts";

const PASSWORD_FILE = "inlislite-password";
/** As `titian init` writes it: the service's group may read it, others not. */
const FILE_MODE = 0o640;

/**
 * Writes the answers to titian.toml, and the password to a file of its own that only Titian's user can read. A file that is
 * there keeps its comments and everything that was not asked. Throws `SETUP_NOT_WRITABLE`, `SETUP_FILE_ODD` or
 * `SETUP_INVALID`.
 */
export function writeSetup(file: string, answers: SetupAnswers, drivers: readonly DriverManifest[]): void {
  if (!isWritable(file)) throw new TitianError("SETUP_NOT_WRITABLE");
  const present = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const passwordFile = present === undefined ? PASSWORD_FILE : passwordFileIn(present);
  const text = withSettings(present ?? newFile(answers), editsOf(answers, passwordFile));
  assertLoads(text, drivers);
  makeFolderOf(file);
  const mode = present === undefined ? FILE_MODE : statSync(file).mode & 0o777;
  // The secret first: a titian.toml that names a file which is not there would be wrong after a power cut.
  if (answers.inlislite.password !== null)
    writeDurably(
      path.resolve(path.dirname(file), passwordFile),
      Buffer.from(`${answers.inlislite.password}\n`),
    );
  writeDurably(file, Buffer.from(text));
  chmodSync(file, mode);
}

function newFile({ desk, library, inlislite }: SetupAnswers): string {
  const { host, port, database, user } = inlislite;
  return titianToml({
    ...{ standard: library.standard, timeZone: library.timeZone },
    ...{ deskId: desk.id, deskTitle: desk.title },
    ...{ host, port: String(port), database, user, passwordFile: PASSWORD_FILE },
  });
}

function editsOf(
  { desk, library, inlislite, proxy }: SetupAnswers,
  passwordFile: string,
): readonly TomlEdit[] {
  const { password, ...server } = inlislite;
  const edits = (section: string, values: Readonly<Record<string, string | number | boolean>>) =>
    Object.entries(values).map(([key, value]) => ({ section, key, value }));
  return [
    ...edits("desk", desk),
    ...edits("library", library),
    ...edits("inlislite", { ...server, ...(password === null ? {} : { passwordFile }) }),
    ...(proxy.url === null ? [] : edits("proxy", { enabled: proxy.enabled, url: proxy.url })),
  ];
}

function passwordFileIn(text: string): string {
  const { inlislite } = parseToml(text) as { readonly inlislite?: { readonly passwordFile?: unknown } };
  return typeof inlislite?.passwordFile === "string" ? inlislite.passwordFile : PASSWORD_FILE;
}

/** What is written must be what the next start can read. */
function assertLoads(text: string, drivers: readonly DriverManifest[]): void {
  const { filled, problems } = check(ConfigSchema, parseToml(text));
  const [first] = [...problems, ...meaningProblems(filled, drivers)];
  if (first) throw new TitianError("SETUP_INVALID", { details: { problem: first.slice(0, 200) } });
}
