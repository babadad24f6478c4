import { existsSync } from "node:fs";
import { drivers } from "../../../drivers/index.ts";
import { ConfigError } from "../../kernel/schema.ts";
import { rebuildStore } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import { openLog, SILENT } from "../logging.ts";
import { rebuildResults } from "../rebuild-results.ts";
import { VERSION } from "../release.ts";
import { SystemClock } from "../system-clock.ts";
import type { Invocation } from "./argv.ts";
import type { OperatorsInvocation } from "./argv-operators.ts";
import type { ConfigWishes } from "./argv-words.ts";
import { browserPolicy } from "./browser-policy.ts";
import { configCommand } from "./config-copy.ts";
import { demo } from "./demo.ts";
import { askDaemonToLook } from "./devices.ts";
import { devicesText } from "./devices-text.ts";
import { doctorExit, doctorJson, doctorText, runDoctor } from "./doctor.ts";
import { doctorUrl, UNSAID } from "./doctor-url.ts";
import { exchange } from "./exchange.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { grantLines } from "./grants.ts";
import { helpText } from "./help.ts";
import { init, terminalAsk } from "./init.ts";
import { lookAtDevices } from "./look-at-devices.ts";
import { configFileOf, openConfig } from "./open-config.ts";
import { operate } from "./operate.ts";
import { operatorsAtThePc, readPinFrom } from "./operators.ts";
import { run } from "./run.ts";
import { service } from "./service.ts";
import { standardsList, standardsShow } from "./standards.ts";
import { storedStandards } from "./stored-standards.ts";
import { update } from "./update.ts";
import { wipeMirror } from "./wipe-mirror.ts";

/** What a command needs of the outside. */
export interface Console {
  readonly print: (line: string) => void;
  readonly language: "id" | "en";
  /** Aborts at SIGINT, for commands that ask or look. */
  readonly signal: AbortSignal;
}

/** One command, from its words to its exit code. */
export async function execute(invocation: Invocation, console: Console): Promise<ExitCode> {
  const { print } = console;
  switch (invocation.command) {
    case "demo":
      return demo({ ...invocation, print });
    case "run":
      return run(invocation);
    case "init":
      return ask(invocation.config, console);
    case "doctor":
      return doctor(invocation, console);
    case "browser-policy-show":
    case "browser-policy-install":
    case "browser-policy-remove":
      return browserPolicy(invocation, console);
    case "devices":
      return devices(invocation, console);
    case "config-export":
    case "config-import":
      return configCommand(invocation, console);
    case "operators-list":
    case "operators-add":
    case "operators-reset":
      return operators(invocation, console);
    case "backup":
    case "backup-list":
    case "restore":
    case "diagnose":
    case "privacy-rules":
    case "privacy-record":
    case "privacy-erase":
    case "privacy-erasures":
      return operate(invocation, console);
    case "store-rebuild":
      return rebuildAll(openConfig(invocation, drivers), print);
    case "standards-list":
      print(standardsList(standardsHere(invocation), invocation));
      return EXIT.stopped;
    case "standards-show":
      print(standardsShow(standardsHere(invocation), invocation.id, invocation));
      return EXIT.stopped;
    case "inlislite-wipe":
      print(wipeMirror(openConfig(invocation, drivers), console.language));
      return EXIT.stopped;
    case "inlislite-grants":
      for (const line of grantLines(openConfig(invocation, drivers), invocation)) print(line);
      return EXIT.stopped;
    case "exchange-sql":
    case "exchange-code":
    case "exchange-join":
    case "exchange-verify":
      return exchange(invocation, openConfig(invocation, drivers), console);
    case "service-install":
    case "service-uninstall":
    case "service-status":
    case "service-logs":
      return service(invocation);
    case "update-status":
    case "update-check":
    case "update-apply":
    case "update-rollback":
      return update(invocation, { ...console, clock: new SystemClock() });
    case "help":
      print(helpText(invocation.topic));
      return EXIT.stopped;
    case "version":
      print(VERSION);
      return EXIT.stopped;
  }
}

/** Before there is a titian.toml, those that ship. */
const standardsHere = (wishes: ConfigWishes) =>
  storedStandards(existsSync(configFileOf(wishes.config)) ? openConfig(wishes, drivers) : undefined);

async function rebuildAll(config: Config, print: Console["print"]): Promise<ExitCode> {
  print(`${rebuildStore(config.store.folder)} events replayed`);
  const opened = openLog(config.log);
  try {
    print(`${rebuildResults(config, new SystemClock(), opened.log)} cases judged`);
    return EXIT.stopped;
  } finally {
    await opened.close();
  }
}

async function ask(config: string | undefined, { print, language, signal }: Console): Promise<ExitCode> {
  const terminal = terminalAsk(signal);
  try {
    await init({ file: configFileOf(config), ask: terminal.ask, print, language });
    return EXIT.stopped;
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    throw new ConfigError("titian init", ["the answers ended before the last question; nothing was written"]);
  } finally {
    terminal.close();
  }
}

async function doctor(
  wishes: ConfigWishes & { readonly json: boolean; readonly url: URL | undefined },
  console: Console,
): Promise<ExitCode> {
  const { print, language, signal } = console;
  if (wishes.url) {
    // A technician asks before there is a titian.toml; one that is there is read like any other.
    const config = existsSync(configFileOf(wishes.config)) ? openConfig(wishes, drivers) : UNSAID;
    const report = await doctorUrl(wishes.url, { config, language }, signal);
    print(wishes.json ? JSON.stringify(report, undefined, 2) : doctorText(report.findings));
    return doctorExit(report.findings);
  }
  const config = openConfig(wishes, drivers);
  const around = { config, drivers, clock: new SystemClock(), log: SILENT, language };
  const findings = await runDoctor(around, signal);
  print(wishes.json ? doctorJson(findings) : doctorText(findings));
  return doctorExit(findings);
}

async function devices(
  wishes: ConfigWishes & { readonly json: boolean },
  { print, language, signal }: Console,
): Promise<ExitCode> {
  const config = openConfig(wishes, drivers);
  const opened = openLog(config.log);
  const { timeZone } = config.library;
  const looking = { config, drivers, clock: new SystemClock(), log: opened.log };
  try {
    const running = await askDaemonToLook(config.server.port, looking.clock, signal);
    const report = running ?? (await lookAtDevices(looking, signal));
    const reading = { language, timeZone, now: looking.clock.now() };
    print(wishes.json ? JSON.stringify(report, undefined, 2) : devicesText(report, reading));
    return EXIT.stopped;
  } finally {
    await opened.close();
  }
}

async function operators(invocation: OperatorsInvocation, { print, language }: Console): Promise<ExitCode> {
  const config = openConfig(invocation, drivers);
  const opened = openLog(config.log);
  const readPin = (prompt: string) => readPinFrom(process.stdin, process.stdout, prompt);
  try {
    const around = { clock: new SystemClock(), log: opened.log, language, readPin };
    print(await operatorsAtThePc(invocation, config, around));
    return EXIT.stopped;
  } finally {
    await opened.close();
  }
}
