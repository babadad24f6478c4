import { readFile } from "node:fs/promises";
import path from "node:path";
import { openEmbeddedInlislite } from "../inlislite/embedded/open-embedded.ts";
import { openMysqlInlislite } from "../inlislite/mysql/open-mysql.ts";
import { type OpenInlislite, ReconnectingInlislite } from "../inlislite/reconnecting.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Config } from "./config/schema.ts";

/** The INLISLite the configuration names: a server, or the invented one beside the store. */
export function inlisliteFor(config: Config, clock: Clock, log: Logger): ReconnectingInlislite {
  const open =
    config.inlislite.mode === "embedded"
      ? openEmbedded(config, clock)
      : openServer(config.inlislite, clock, log);
  return new ReconnectingInlislite({ open, clock, log });
}

const openEmbedded =
  ({ inlislite, store }: Config, clock: Clock) =>
  (): Promise<OpenInlislite> =>
    openEmbeddedInlislite({
      file: path.join(store.folder, "inlislite-demo.db"),
      version: inlislite.version ?? "3.3",
      clock,
    });

/** The password is read at each attempt, so that a new one needs no restart. */
const openServer =
  (options: Config["inlislite"], clock: Clock, log: Logger) =>
  async (signal: AbortSignal): Promise<OpenInlislite> => {
    const { host, port, database, user, budgetMs } = options;
    const password = await passwordFrom(options.passwordFile);
    return openMysqlInlislite({ host, port, database, user, password, budgetMs }, { clock, log }, signal);
  };

/** The file's first line; an empty password where none is configured, as INLISLite's own sample settings have it. */
export async function passwordFrom(file: string | undefined): Promise<string> {
  if (file === undefined) return "";
  const [first = ""] = (await readFile(file, "utf8")).split(/\r?\n/);
  return first;
}
