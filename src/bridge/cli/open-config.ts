import os from "node:os";
import path from "node:path";
import type { DriverManifest } from "../../devices/index.ts";
import { loadConfig } from "../config/load.ts";
import { defaultPaths } from "../config/paths.ts";
import type { Config } from "../config/schema.ts";
import type { ConfigWishes } from "./argv-words.ts";

/** The account that the systemd unit runs under; it has /etc and /var. */
const SERVICE_USER = "titian";

export function usualPaths() {
  const isSystem = process.getuid?.() === 0 || os.userInfo().username === SERVICE_USER;
  return defaultPaths({ platform: process.platform, environment: process.env, isSystem, home: os.homedir() });
}

/** `--config`, else TITIAN_CONFIG, else the usual place. */
export function configFileOf(config: string | undefined): string {
  return path.resolve(config ?? process.env["TITIAN_CONFIG"] ?? usualPaths().configFile);
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
