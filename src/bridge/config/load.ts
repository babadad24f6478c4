import { readFileSync } from "node:fs";
import path from "node:path";
import { parse as parseToml, TomlError } from "smol-toml";
import { TELLS } from "../../../service-install/versions/places.ts";
import type { DriverManifest } from "../../devices/index.ts";
import { ConfigError, check } from "../../kernel/schema.ts";
import { meaningProblems } from "./meaning.ts";
import { type Config, ConfigSchema } from "./schema.ts";
import { readSetting, SETTINGS, type Setting, variableOf } from "./settings.ts";
import { isTree, type Tree } from "./tree.ts";

export interface ConfigSources {
  /** Absolute path of titian.toml, or undefined to do without a file. */
  readonly file: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `server.port` → text, from the command line. The last word. */
  readonly flags: ReadonlyMap<string, string>;
  /** Where things are kept when neither file, variable nor flag says so. */
  readonly storeFolder: string;
  /** Whose options the devices' options are checked against. */
  readonly drivers: readonly DriverManifest[];
}

/** Variables that are not settings: where the settings are, and what the launcher tells. */
const OTHER_VARIABLES: readonly string[] = ["TITIAN_CONFIG", ...Object.values(TELLS)];

/** Defaults < file < environment < flags. Throws one ConfigError with every problem of all of them. */
export function loadConfig(sources: ConfigSources): Config {
  const problems: string[] = [];
  const raw = readFile(sources.file, problems);

  const known = new Map(SETTINGS.map((setting) => [variableOf(setting), setting]));
  for (const [name, text] of Object.entries(sources.environment)) {
    if (!name.startsWith("TITIAN_") || text === undefined || OTHER_VARIABLES.includes(name)) continue;
    const setting = known.get(name);
    if (setting) put(raw, setting, text);
    else problems.push(`${name} is not a setting`);
  }
  for (const [name, text] of sources.flags) {
    const setting = SETTINGS.find((one) => one.path.join(".") === name);
    if (setting) put(raw, setting, text);
    else problems.push(`--set ${name} is not a setting`);
  }

  const { filled, problems: shape } = check(ConfigSchema, raw);
  problems.push(...shape, ...meaningProblems(filled, sources.drivers));
  if (problems.length > 0) throw new ConfigError(sources.file ?? "The configuration", problems);

  // The schema has just spoken: `filled` is a Config, apart from the folders that depend on this machine.
  const config = filled as Config;
  const relativeTo = sources.file ? path.dirname(sources.file) : process.cwd();
  const storeFolder = path.resolve(relativeTo, config.store.folder || sources.storeFolder);
  const placed = <S extends object>(section: S, ...names: readonly (keyof S)[]): S =>
    placedFrom(relativeTo, section, names);
  return deepFreeze({
    ...config,
    store: { folder: storeFolder },
    backup: {
      ...config.backup,
      folder: path.resolve(relativeTo, config.backup.folder || path.join(storeFolder, "backups")),
    },
    log: {
      ...config.log,
      folder: path.resolve(relativeTo, config.log.folder || path.join(storeFolder, "log")),
    },
    inlislite: placed(config.inlislite, "passwordFile"),
    photo: placed(config.photo, "folder", "passwordFile"),
    proxy: placed(config.proxy, "ca"),
    exchange: placed(config.exchange, "passwordFile"),
    mail: placed(config.mail, "passwordFile", "caFile"),
    delivery: placed(config.delivery, "folder"),
    reports: placed(config.reports, "folder"),
  });
}

/** Files and folders that a section names, from where the file that names them lies. */
function placedFrom<S extends object>(folder: string, section: S, names: readonly (keyof S)[]): S {
  const named = names.flatMap((name) => {
    const file: unknown = section[name];
    return typeof file === "string" ? [[name, path.resolve(folder, file)] as const] : [];
  });
  return { ...section, ...Object.fromEntries(named) };
}

function readFile(file: string | undefined, problems: string[]): Tree {
  if (file === undefined) return {};
  try {
    return parseToml(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof TomlError) {
      problems.push(`line ${error.line}, column ${error.column}: ${error.message.split("\n")[0]}`);
    } else if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      problems.push("the file does not exist; `titian init` writes one");
    } else {
      problems.push(`the file cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`);
    }
    return {};
  }
}

function put(tree: Tree, setting: Setting, text: string): void {
  const last = setting.path.at(-1) ?? "";
  let place = tree;
  for (const name of setting.path.slice(0, -1)) {
    const next = place[name];
    // A section that is not a table stays as it is: the schema reports it.
    if (next !== undefined && !isTree(next)) return;
    const section: Tree = isTree(next) ? next : {};
    place[name] = section;
    place = section;
  }
  place[last] = readSetting(setting, text);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
