import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { DriverManifest } from "../../devices/index.ts";
import { loadConfig } from "../config/load.ts";
import { defaultPaths } from "../config/paths.ts";
import type { Config } from "../config/schema.ts";
import { isWritable } from "../setup/setup-place.ts";
import type { ConfigWishes } from "./argv-words.ts";

/** The account that the systemd unit runs under; it has /etc and /var. */
const SERVICE_USER = "titian";

export function usualPaths() {
  const isSystem = process.getuid?.() === 0 || os.userInfo().username === SERVICE_USER;
  return defaultPaths({ platform: process.platform, environment: process.env, isSystem, home: os.homedir() });
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

/** The configuration of this machine as the command line wishes it. Throws ConfigError. */
export function openConfig({ config, flags }: ConfigWishes, drivers: readonly DriverManifest[]): Config {
  return loadConfig({
    file: configFileOf(config),
    environment: process.env,
    flags,
    storeFolder: usualPaths().storeFolder,
    drivers,
  });
}
