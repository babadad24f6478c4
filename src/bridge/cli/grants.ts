import { grantStatements } from "../../inlislite/mysql/grants.ts";
import { type MysqlInlislite, openMysqlInlislite } from "../../inlislite/mysql/open-mysql.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Config } from "../config/schema.ts";
import { passwordFrom } from "../inlislite-source.ts";

interface GrantsSurroundings {
  readonly config: Config;
  /** The desk as the database server sees it. */
  readonly host: string;
  readonly clock: Clock;
  readonly log: Logger;
}

const LOOK_WITHIN_MS = 10_000;

/**
 * The statements for an administrator to read and run. With a database that answers they name its own tables and
 * columns; without one they are written for the configured version, or for 3.3.
 */
export async function grantsText(surroundings: GrantsSurroundings, signal: AbortSignal): Promise<string> {
  const { config, host } = surroundings;
  const { database, user } = config.inlislite;
  const within = AbortSignal.any([signal, AbortSignal.timeout(LOOK_WITHIN_MS)]);
  const looked = await look(surroundings, within);
  const seen = typeof looked === "string" ? undefined : looked.probe;
  const version = seen?.version ?? config.inlislite.version ?? "3.3";
  return [
    seen
      ? `-- INLISLite ${version}, as read from ${database}.`
      : `-- INLISLite ${version}, from its published tables: the database did not answer (${looked}).`,
    `-- Make the user first, with a password of your own: CREATE USER ... IDENTIFIED BY ...`,
    ...grantStatements({ version, database, user, host, ...(seen ? { seen } : {}) }),
  ].join("\n");
}

/** The probe, or the code of what went wrong. */
async function look(
  { config, clock, log }: GrantsSurroundings,
  signal: AbortSignal,
): Promise<MysqlInlislite | string> {
  try {
    const { host, port, database, user, budgetMs, passwordFile } = config.inlislite;
    const password = await passwordFrom(passwordFile);
    const options = { host, port, database, user, password, budgetMs };
    const opened = await openMysqlInlislite(options, { clock, log }, signal);
    await opened.close();
    return opened;
  } catch (thrown) {
    return TitianError.from(thrown).code;
  }
}
