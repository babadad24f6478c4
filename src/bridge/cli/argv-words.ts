import { ConfigError } from "../../kernel/schema.ts";

/** Where the configuration comes from, for every command that needs one. */
export interface ConfigWishes {
  /** `--config`, as typed. Undefined: TITIAN_CONFIG or the usual place. */
  readonly config: string | undefined;
  /** `--set server.port=9701`, `--port` and `--store`: setting → text. */
  readonly flags: ReadonlyMap<string, string>;
}

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export const CONFIG = ["config", "set", "port", "store"] as const;

export const problem = (text: string): ConfigError => new ConfigError("The command line", [text]);

export const text = (value: Values[string]): string | undefined =>
  typeof value === "string" ? value : undefined;

export function wishesOf(values: Values): ConfigWishes {
  const flags = new Map<string, string>();
  const sets = Array.isArray(values["set"]) ? (values["set"] as readonly string[]) : [];
  for (const pair of sets) {
    const split = pair.indexOf("=");
    if (split < 1) throw problem(`--set wants setting=value, for example --set server.port=9701`);
    flags.set(pair.slice(0, split), pair.slice(split + 1));
  }
  const port = text(values["port"]);
  const store = text(values["store"]);
  if (port !== undefined) flags.set("server.port", port);
  if (store !== undefined) flags.set("store.folder", store);
  return { config: text(values["config"]), flags };
}
