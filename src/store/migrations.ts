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
  assertSchema(sql, scripts.slice(0, version));
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

/**
 * SQLite's own check passes a damaged column name, a lost trigger or a wrong version number. So the same scripts are
 * played into memory, and the two must agree.
 */
function assertSchema(sql: DatabaseSync, scripts: readonly string[]): void {
  const expected = new DatabaseSync(":memory:");
  try {
    for (const script of scripts) expected.exec(script);
    if (schemaOf(sql) !== schemaOf(expected)) {
      throw new TitianError("STORE_CORRUPT", { details: { part: "schema", version: scripts.length } });
    }
  } finally {
    expected.close();
  }
}

function schemaOf(sql: DatabaseSync): string {
  const rows = sql.prepare(
    `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  return JSON.stringify(rows.all());
}
