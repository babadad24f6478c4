import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { TELLS } from "../../../service-install/versions/places.ts";
import { asOwnerOf, becomeOwnerOf } from "../../../service-install/versions/rights.ts";
import { USER } from "../../../service-install/versions/service-account.ts";
import type { DriverManifest } from "../../devices/index.ts";
import { loadConfig } from "../config/load.ts";
import { defaultPaths } from "../config/paths.ts";
import type { Config } from "../config/schema.ts";
import { isWritable } from "../setup/setup-place.ts";
import { accountName } from "./account-name.ts";
import type { ConfigWishes } from "./argv-words.ts";

/** The service's account has /etc and /var, as root has. */
export function usualPaths() {
  const wasRoot = process.env[TELLS.insteadOfRoot] !== undefined;
  const isSystem = process.getuid?.() === 0 || wasRoot || accountName() === USER;
  // An account without a line in /etc/passwd has none.
  const home = isSystem ? "/" : os.homedir();
  return defaultPaths({ platform: process.platform, environment: process.env, isSystem, home });
}

/**
 * `--config`, else TITIAN_CONFIG, else the usual place. The service may not write to /etc, so what the wizard wrote lies in the
 * store's folder: it counts for as long as no administrator has put a file in the usual place.
 */
export function configFileOf(config: string | undefined): string {
  const named = namedFile(config);
  const kept = fileOfWizard(named);
  return kept !== undefined && !existsSync(named) && existsSync(kept) ? kept : named;
}

/** Where the wizard writes the first titian.toml; undefined where it may not write at all. */
export function newConfigFileOf(config: string | undefined): string | undefined {
  const named = namedFile(config);
  return [named, fileOfWizard(named)].find((file) => file !== undefined && isWritable(file));
}

const namedFile = (config: string | undefined): string =>
  path.resolve(config ?? process.env["TITIAN_CONFIG"] ?? usualPaths().configFile);

/** Only beside the usual place: whoever names a file wants that one. */
function fileOfWizard(named: string): string | undefined {
  const { configFile, storeFolder } = usualPaths();
  return named === configFile ? path.join(storeFolder, path.basename(configFile)) : undefined;
}

/**
 * The configuration of this machine as the command line wishes it. Whoever runs the command as root goes on as the owner of the store,
 * before anything of the store is touched. Throws ConfigError.
 */
export function openConfig(wishes: ConfigWishes, drivers: readonly DriverManifest[]): Config {
  const config = readConfig(wishes, drivers);
  giveUpRoot(wishes, config);
  return config;
}

/** The same for a command that has something else to do as whoever runs it, before `giveUpRoot`. */
export function readConfig({ config, flags }: ConfigWishes, drivers: readonly DriverManifest[]): Config {
  const { storeFolder } = usualPaths();
  return readingConfig(config, (file) =>
    loadConfig({ file, environment: process.env, flags, storeFolder, drivers }),
  );
}

/** What the wizard wrote lies in a folder of the service's, and says what the service's account wants: it decides nothing for root. */
export function giveUpRoot({ config }: ConfigWishes, { store }: Config): void {
  becomeOwnerOf(isOfWizard(config) ? usualPaths().storeFolder : store.folder);
}

/** Reads titian.toml, as whoever it belongs to. */
export function readingConfig<T>(config: string | undefined, read: (file: string) => T): T {
  const file = configFileOf(config);
  return isOfWizard(config) ? asOwnerOf(path.dirname(file), () => read(file)) : read(file);
}

const isOfWizard = (config: string | undefined): boolean =>
  configFileOf(config) === fileOfWizard(namedFile(config));
