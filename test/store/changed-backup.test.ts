import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { newestSchema } from "../../src/store/migrations.ts";
import { restoreStore } from "../../src/store/restore.ts";
import { verifyBackup } from "../../src/store/verify-backup.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "./test-store.ts";

const never = new AbortController().signal;
const MIGRATIONS = path.resolve("src/store/migrations");

/** Somebody has had the stick: the database says something more, and the manifest vouches for it. */
async function changedBy(...statements: readonly string[]): Promise<string> {
  const { store, clock } = openTestStore();
  store.events.append([opened(newCaseId(clock))]);
  const { folder } = await store.backup(temporaryFolder(), "0.1.0", never);
  store.close();
  const file = path.join(folder, "titian.sqlite");
  {
    using sql = new DatabaseSync(file);
    sql.enableDefensive(false);
    sql.exec("PRAGMA writable_schema = ON");
    for (const statement of statements) sql.exec(statement);
  }
  vouchFor(folder);
  return folder;
}

function vouchFor(folder: string): void {
  const file = path.join(folder, "titian.sqlite");
  using sql = new DatabaseSync(file, { readOnly: true });
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
  const listed = manifest.files.find(({ name }: { readonly name: string }) => name === "titian.sqlite");
  listed.bytes = statSync(file).size;
  listed.sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  manifest.schema = sql.prepare("PRAGMA user_version").get()?.["user_version"];
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
}

/** What the database holds, in the tables that a Titian of that level made for it. */
function writeAsOf(level: number, file: string): void {
  const today = `${file}-today`;
  renameSync(file, today);
  using sql = new DatabaseSync(file);
  for (const script of readdirSync(MIGRATIONS).sort().slice(0, level))
    sql.exec(readFileSync(path.join(MIGRATIONS, script), "utf8"));
  sql.exec(`PRAGMA user_version = ${level}`);
  sql.exec(`ATTACH '${today}' AS today`);
  const tables = sql
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    .all();
  for (const { name } of tables) {
    const columns = sql.prepare(`SELECT name FROM pragma_table_info('${name}', 'main')`).all();
    const list = columns.map((column) => `"${column["name"]}"`).join(", ");
    sql.exec(`INSERT OR REPLACE INTO main."${name}" (${list}) SELECT ${list} FROM today."${name}"`);
  }
  sql.exec("DETACH today");
  rmSync(today);
}

const hidden = (name: string) =>
  `INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', '${name}', 'events', 0,
   'CREATE TRIGGER ${name} AFTER INSERT ON events BEGIN DELETE FROM pairings; END')`;

describe("a backup that somebody has changed", () => {
  it("is sound as long as nothing was", async () => {
    const folder = await changedBy("ANALYZE");
    await expect(verifyBackup(folder, never)).resolves.toMatchObject({ lastSeq: 1 });
  });

  it.each([
    ["a trigger", "CREATE TRIGGER forge AFTER INSERT ON events BEGIN DELETE FROM pairings; END"],
    ["a trigger under one of SQLite's own names", hidden("sqlite_forge")],
    ["a view", "CREATE VIEW members AS SELECT * FROM events"],
    ["a table", "CREATE TABLE mine (text TEXT)"],
    ["an index", "CREATE INDEX mine ON events (type)"],
    ["a column", "ALTER TABLE pairings ADD COLUMN mine TEXT"],
    ["no trigger that keeps events", "DROP TRIGGER events_never_vanish"],
  ])("with %s is refused, and nothing is restored", async (_what, statement) => {
    const backup = await changedBy(statement);
    await expect(verifyBackup(backup, never)).rejects.toMatchObject({ code: "BACKUP_CHANGED" });

    const folder = temporaryFolder();
    const wanted = { folder, backup, desk: "desk-1", at: new Date("2026-11-27T03:00:00Z") };
    await expect(restoreStore(wanted, never)).rejects.toMatchObject({ code: "BACKUP_CHANGED" });
    expect(readdirSync(folder)).toEqual(["titian.lock"]);
  });

  it("is told by its own version: one that an older Titian has made is sound, and a change of its version's number is not", async () => {
    const before = newestSchema() - 1;
    const older = await changedBy("ANALYZE");
    writeAsOf(before, path.join(older, "titian.sqlite"));
    vouchFor(older);
    await expect(verifyBackup(older, never)).resolves.toMatchObject({ schema: before, lastSeq: 1 });

    const backup = await changedBy(`PRAGMA user_version = ${before}`);
    await expect(verifyBackup(backup, never)).rejects.toMatchObject({ code: "BACKUP_CHANGED" });
  });
});
