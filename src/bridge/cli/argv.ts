import { parseArgs } from "node:util";
import { ConfigError } from "../../kernel/schema.ts";
import { POLICY_BROWSERS, type PolicyBrowser } from "../browser-policy/entries.ts";
import { CONFIG_LINES, CONFIG_OPTIONS, type ConfigInvocation } from "./argv-config.ts";
import { EXCHANGE_COMMANDS, type ExchangeInvocation } from "./argv-exchange.ts";
import { OPERATE_COMMANDS, OPERATE_OPTIONS, type OperateInvocation } from "./argv-operate.ts";
import { OPERATOR_LINES, type OperatorsInvocation } from "./argv-operators.ts";
import { UPDATE_LINES, UPDATE_OPTIONS, type UpdateInvocation } from "./argv-update.ts";
import { CONFIG, type ConfigWishes, problem, text, type Values, wishesOf } from "./argv-words.ts";
import type { ServiceInvocation } from "./service.ts";

export type Invocation =
  | {
      readonly command: "demo";
      readonly port: number | undefined;
      readonly opensBrowser: boolean;
      readonly isSelfCheck: boolean;
    }
  | ({ readonly command: "run" } & ConfigWishes)
  | { readonly command: "init"; readonly config: string | undefined }
  | ({ readonly command: "doctor"; readonly json: boolean; readonly url: URL | undefined } & ConfigWishes)
  | OperateInvocation
  | PolicyInvocation
  | OperatorsInvocation
  | ConfigInvocation
  | ({ readonly command: "devices"; readonly json: boolean } & ConfigWishes)
  | ({ readonly command: "store-rebuild" } & ConfigWishes)
  | ({ readonly command: "standards-list"; readonly json: boolean } & ConfigWishes)
  | ({ readonly command: "standards-show"; readonly id: string; readonly json: boolean } & ConfigWishes)
  | ({ readonly command: "inlislite-wipe" } & ConfigWishes)
  | ({
      readonly command: "inlislite-grants";
      readonly host: string;
      readonly withPhotos: boolean;
      readonly withAge: boolean;
      readonly withCalendar: boolean;
      readonly withStatistics: boolean;
    } & ConfigWishes)
  | ServiceInvocation
  | ExchangeInvocation
  | UpdateInvocation
  | { readonly command: "help"; readonly topic: string | undefined }
  | { readonly command: "version" };

export interface PolicyInvocation {
  readonly command: "browser-policy-show" | "browser-policy-install" | "browser-policy-remove";
  /** As typed; what is wrong with it is told in the operator's language. Left out of a removal: whatever was installed. */
  readonly origin: string | undefined;
  readonly browsers: readonly PolicyBrowser[];
  readonly camera: boolean;
  /** Another folder in place of `/`. */
  readonly root: string | undefined;
  /** Where Titian remembers what it has written; the usual store where it is not said. No configuration is needed. */
  readonly store: string | undefined;
}

const OPTIONS = {
  config: { type: "string" },
  set: { type: "string", multiple: true },
  port: { type: "string" },
  store: { type: "string" },
  "no-open": { type: "boolean" },
  "self-check": { type: "boolean" },
  json: { type: "boolean" },
  host: { type: "string" },
  photo: { type: "boolean" },
  age: { type: "boolean" },
  calendar: { type: "boolean" },
  statistics: { type: "boolean" },
  root: { type: "string" },
  role: { type: "string" },
  mode: { type: "string" },
  user: { type: "string" },
  lines: { type: "string" },
  url: { type: "string" },
  browser: { type: "string" },
  ...OPERATE_OPTIONS,
  ...CONFIG_OPTIONS,
  ...UPDATE_OPTIONS,
  camera: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;
type OptionName = keyof typeof OPTIONS;

export interface CommandLine {
  /** After the command's own words. */
  readonly operands: readonly string[];
  /** Operands that may be left out. */
  readonly mayFollow?: readonly string[];
  readonly options: readonly OptionName[];
  read(values: Values, operands: readonly string[]): Invocation;
}

/** Every command by its words. `help` and `version` are understood everywhere. */
export const COMMANDS: Readonly<Record<string, CommandLine>> = {
  demo: {
    operands: [],
    options: ["port", "no-open", "self-check"],
    read: (values) => ({
      command: "demo",
      port: portOf(values),
      opensBrowser: values["no-open"] !== true && values["self-check"] !== true,
      isSelfCheck: values["self-check"] === true,
    }),
  },
  run: { operands: [], options: CONFIG, read: (values) => ({ command: "run", ...wishesOf(values) }) },
  init: {
    operands: [],
    options: ["config"],
    read: (values) => ({ command: "init", config: text(values["config"]) }),
  },
  doctor: {
    operands: [],
    options: [...CONFIG, "json", "url"],
    read: (values) => ({
      command: "doctor",
      json: values["json"] === true,
      url: urlOf(values),
      ...wishesOf(values),
    }),
  },
  devices: {
    operands: [],
    options: [...CONFIG, "json"],
    read: (values) => ({ command: "devices", json: values["json"] === true, ...wishesOf(values) }),
  },
  "store rebuild": {
    operands: [],
    options: CONFIG,
    read: (values) => ({ command: "store-rebuild", ...wishesOf(values) }),
  },
  "standards list": {
    operands: [],
    options: ["json", "config", "store"],
    read: (values) => ({ command: "standards-list", json: values["json"] === true, ...wishesOf(values) }),
  },
  "standards show": {
    operands: ["id"],
    options: ["json", "config", "store"],
    read: (values, [id = ""]) => ({
      ...{ command: "standards-show", id, json: values["json"] === true },
      ...wishesOf(values),
    }),
  },
  "inlislite wipe": {
    operands: [],
    options: CONFIG,
    read: (values) => ({ command: "inlislite-wipe", ...wishesOf(values) }),
  },
  "inlislite grants": {
    operands: [],
    options: [...CONFIG, "host", "photo", "age", "calendar", "statistics"],
    read: (values) => ({
      command: "inlislite-grants",
      host: text(values["host"]) ?? "localhost",
      withPhotos: values["photo"] === true,
      withAge: values["age"] === true,
      withCalendar: values["calendar"] === true,
      withStatistics: values["statistics"] === true,
      ...wishesOf(values),
    }),
  },
  ...OPERATOR_LINES,
  ...CONFIG_LINES,
  ...OPERATE_COMMANDS,
  ...UPDATE_LINES,
  "browser-policy show": policy("browser-policy-show"),
  "browser-policy install": policy("browser-policy-install"),
  "browser-policy remove": policy("browser-policy-remove"),
  ...EXCHANGE_COMMANDS,
  "service install": service("service-install", "root", "mode", "user"),
  "service uninstall": service("service-uninstall", "root"),
  "service status": service("service-status", "root"),
  "service logs": service("service-logs", "root", "lines"),
};

function service(command: ServiceInvocation["command"], ...options: OptionName[]): CommandLine {
  return {
    operands: [],
    options,
    read: (values) => ({
      ...{ command, root: text(values["root"]), mode: text(values["mode"]) },
      ...{ user: text(values["user"]), lines: linesOf(values) },
    }),
  };
}

function linesOf(values: Values): string | undefined {
  const lines = text(values["lines"]);
  if (lines === undefined || /^[1-9]\d{0,5}$/.test(lines)) return lines;
  throw problem("--lines must be a number from 1 to 999999");
}

function policy(command: PolicyInvocation["command"]): CommandLine {
  return {
    operands: [],
    options: ["url", "browser", "camera", "root", "store"],
    read: (values) => ({
      ...{ command, browsers: browsersOf(values) },
      origin: command === "browser-policy-remove" ? text(values["url"]) : required(values, "url"),
      ...{ camera: values["camera"] === true, root: text(values["root"]), store: text(values["store"]) },
    }),
  };
}

/** Throws ConfigError with every problem of the command line. */
export function parseArgv(argv: readonly string[]): Invocation {
  const { values, positionals } = tokens(argv);
  if (values["version"] === true) return { command: "version" };

  const words = positionals.slice(0, 2).join(" ");
  const name = words in COMMANDS ? words : (positionals[0] ?? "help");
  if (name === "help") return { command: "help", topic: positionals.slice(1).join(" ") || undefined };
  const line = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (values["help"] === true) return { command: "help", topic: line ? name : undefined };
  if (!line) throw problem(`there is no command "${positionals.join(" ")}"; titian help lists them`);

  const operands = positionals.slice(name.split(" ").length);
  const strays = Object.keys(values).filter((option) => !line.options.includes(option as OptionName));
  const problems = [
    ...strays.map((option) => `titian ${name} does not take --${option}`),
    ...line.operands.slice(operands.length).map((operand) => `titian ${name} needs <${operand}>`),
    ...operands
      .slice(line.operands.length + (line.mayFollow?.length ?? 0))
      .map((operand) => `titian ${name} does not take "${operand}"`),
  ];
  if (problems.length > 0) throw new ConfigError("The command line", problems);
  return line.read(values, operands);
}

function tokens(argv: readonly string[]): {
  readonly values: Values;
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's own sentence names the option; what follows the first one is advice for programmers.
    throw problem(error instanceof Error ? (error.message.split(". ")[0] ?? "") : "cannot be read");
  }
}

function required(values: Values, option: OptionName): string {
  const value = text(values[option]);
  if (value === undefined) throw problem(`--${option} is needed`);
  return value;
}

/** Only what a browser would fetch: no file, no password in the address. */
function urlOf(values: Values): URL | undefined {
  const typed = text(values["url"]);
  if (typed === undefined) return undefined;
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  if (url && isWeb && url.username === "" && url.password === "") return url;
  throw problem("--url wants INLISLite's address, for example --url http://192.168.1.10/inlislite3/");
}

function browsersOf(values: Values): readonly PolicyBrowser[] {
  const typed = text(values["browser"]);
  if (typed === undefined) return POLICY_BROWSERS;
  const names = typed.split(",");
  const chosen = POLICY_BROWSERS.filter((browser) => names.includes(browser));
  if (chosen.length === names.length) return chosen;
  throw problem(`--browser wants some of ${POLICY_BROWSERS.join(",")}`);
}

function portOf(values: Values): number | undefined {
  const port = text(values["port"]);
  if (port === undefined) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw problem("--port must be a number from 1 to 65535");
  }
  return Number(port);
}
