import { PRESETS } from "../../sla/presets.ts";
import { loadConfig } from "../config/load.ts";
import type { Config } from "../config/schema.ts";

interface Wishes {
  /** For as long as nothing is decided; thrown away afterwards. */
  readonly scratch: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlyMap<string, string>;
}

/** Enough to serve the console with the wizard: no device, no server asked, nothing kept. */
export function firstRunConfig({ scratch, environment, flags }: Wishes): Config {
  const own = [
    ["library.standard", PRESETS[0]?.id ?? ""],
    ["inlislite.mode", "embedded"],
    ["store.folder", scratch],
  ] as const;
  return loadConfig({
    ...{ file: undefined, environment, storeFolder: scratch, drivers: [] },
    flags: new Map([...flags, ...own]),
  });
}
