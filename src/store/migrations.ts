import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { TitianError } from "../kernel/errors.ts";

const MIGRATIONS = new URL("./migrations/", import.meta.url);
const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** Says of a script that what its tables hold is told by events that an older store has already. */
const TOLD_BY_OLD_EVENTS = /^-- Replays the log\.$/mu;

/**
 * Brings the file to the newest version, all steps or none, never backwards. The version is `user_version`. `replay` fills
 * the projections from the log where a step says so. Throws `STORE_NEWER`, or `STORE_CORRUPT` for a file whose tables are not
 * those of its version.
 */
export function migrate(sql: DatabaseSync, replay: () => void, folder: URL = MIGRATIONS): void {
  const scripts = readScripts(folder);
  const version = Number(sql.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version > scripts.length) {
    throw new TitianError("STORE_NEWER", { details: { found: version, known: scripts.length } });
  }
  if (!isOfScripts(sql, scripts.slice(0, version)))
    throw new TitianError("STORE_CORRUPT", { details: { part: "schema", version } });
  if (version === scripts.length) return;
  const steps = scripts.slice(version);
  sql.exec("BEGIN IMMEDIATE");
  try {
    for (const step of steps) sql.exec(step);
    if (version > 0 && steps.some((step) => TOLD_BY_OLD_EVENTS.test(step))) replay();
    sql.exec(`PRAGMA user_version = ${scripts.length}`);
    sql.exec("COMMIT");
  } catch (error) {
    if (sql.isTransaction) sql.exec("ROLLBACK");
    throw error;
  }
}

/** The version that this Titian writes; it reads every older one. */
export const newestSchema = (): number => readScripts(MIGRATIONS).length;

function readScripts(folder: URL): readonly string[] {
  const names = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort();
  return names.map((name, index) => {
    if (Number(NAME.exec(name)?.[1]) !== index + 1) throw new Error(`migration ${name} is out of order`);
    return readFileSync(new URL(name, folder), "utf8");
  });
}

/** Whether its tables, indexes, triggers and views are those of its version, none more; true for a version that is not known here. */
export function isOfItsVersion(sql: DatabaseSync): boolean {
  const scripts = readScripts(MIGRATIONS);
  const version = Number(sql.prepare("PRAGMA user_version").get()?.["user_version"]);
  return version > scripts.length || isOfScripts(sql, scripts.slice(0, version));
}

/**
 * SQLite's own check passes a damaged column name, a lost trigger or a wrong version number. So the same scripts are
 * played into memory, and the two must agree.
 */
function isOfScripts(sql: DatabaseSync, scripts: readonly string[]): boolean {
  using expected = new DatabaseSync(":memory:");
  for (const script of scripts) expected.exec(script);
  return schemaOf(sql) === schemaOf(expected);
}

/** With SQLite's own names, under which somebody may hide a trigger; only what counts rows for its planner comes and goes by itself. */
function schemaOf(sql: DatabaseSync): string {
  const rows = sql.prepare(
    `SELECT type, name, tbl_name, sql FROM sqlite_schema
     WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4')) ORDER BY type, name`,
  );
  return JSON.stringify(rows.all());
}
