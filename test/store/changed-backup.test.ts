import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { restoreStore } from "../../src/store/restore.ts";
import { verifyBackup } from "../../src/store/verify-backup.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "./test-store.ts";

const never = new AbortController().signal;

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
    const undone = [
      "DROP INDEX cases_of_member",
      "DROP INDEX complaints_about_case",
      "PRAGMA user_version = 26",
    ];
    await expect(verifyBackup(await changedBy(...undone), never)).resolves.toMatchObject({ schema: 26 });
    const backup = await changedBy("PRAGMA user_version = 26");
    await expect(verifyBackup(backup, never)).rejects.toMatchObject({ code: "BACKUP_CHANGED" });
  });
});
