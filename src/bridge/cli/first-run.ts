import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drivers } from "../../../drivers/index.ts";
import { asOwnerOf } from "../../../service-install/versions/rights.ts";
import type { Clock } from "../../kernel/clock.ts";
import { openLog } from "../logging.ts";
import { firstRunConfig } from "../setup/first-run-config.ts";
import { keepStandards } from "../setup/keep-standards.ts";
import { SystemClock } from "../system-clock.ts";
import { placesToldBy } from "../updates/launched.ts";
import type { ConfigWishes } from "./argv-words.ts";
import { startDaemon, untilAskedToStop } from "./daemon.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { configFileOf, newConfigFileOf, readConfig, usualPaths } from "./open-config.ts";

const START_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 1_000;

export const isConfigured = ({ config }: ConfigWishes): boolean => existsSync(configFileOf(config));

/**
 * Without a titian.toml the daemon serves the wizard that writes one, and nothing else. `again`: there is one now. Under a
 * service manager the process ends instead, with the code that makes it begin anew.
 */
export async function firstRun(wishes: ConfigWishes): Promise<ExitCode | "again"> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), "titian-first-run-"));
  const config = firstRunConfig({ scratch, environment: process.env, flags: wishes.flags });
  const clock = new SystemClock();
  const opened = openLog(config.log, { alsoToStdout: true });
  const { log } = opened;
  const over = new AbortController();
  try {
    const written = Promise.withResolvers<"again">();
    const file = newConfigFileOf(wishes.config);
    const setup = {
      ...{ file, isFirstRun: true, restart: () => written.resolve("again") },
      keep: (desk: string): void => {
        const folder = storeFolderOf(wishes, file);
        asOwnerOf(folder, () => keepStandards(daemon.bridge.store, { folder, desk, clock, log }));
      },
    };
    log.warn("no titian.toml yet: the wizard is served at /mulai", { file });
    const start = { config, clock, log, checksResults: false, setup };
    const daemon = await startDaemon(start, AbortSignal.timeout(START_WITHIN_MS));
    const stopping = untilAskedToStop().then(() => EXIT.stopped);
    const next = await Promise.race([stopping, written.promise, untilConfigured(wishes, clock, over.signal)]);
    await daemon.stop();
    return next === "again" && placesToldBy(process.env) ? EXIT.restart : next;
  } finally {
    over.abort();
    await opened.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Where the desk's store will be, once the file is there; as `loadConfig` resolves it. */
function storeFolderOf({ flags }: ConfigWishes, file = ""): string {
  const typed = flags.get("store.folder") ?? process.env["TITIAN_STORE_FOLDER"];
  return path.resolve(path.dirname(file), typed || usualPaths().storeFolder);
}

/** Somebody else may write the file meanwhile: `titian init`, or a script for fifty desks. */
async function untilConfigured(wishes: ConfigWishes, clock: Clock, signal: AbortSignal): Promise<"again"> {
  for (;;) {
    await clock.sleep(LOOK_EVERY_MS, signal).catch(() => new Promise(() => undefined));
    if (isConfigured(wishes) && loads(wishes)) return "again";
  }
}

/** Not before it is whole, and not before it may be read. */
function loads(wishes: ConfigWishes): boolean {
  try {
    readConfig(wishes, drivers);
    return true;
  } catch {
    return false;
  }
}
