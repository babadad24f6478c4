import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { codeOf, openTestStore, temporaryFolder } from "./test-store.ts";

const fileIn = (folder: string): string => path.join(folder, "titian.sqlite");

describe("the store's lock", () => {
  it("turns a second opener away, in the same process too, and is free after close", () => {
    const { store, folder } = openTestStore();
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_LOCKED");
    expect(store.events.append({ stream: "desk/desk-1", type: "desk.stopped", data: {} })).toHaveLength(1);
    store.close();
    store.close();
    expect(codeOf(() => openTestStore(folder))).toBeUndefined();
  });

  it("is not left behind by a start that failed", () => {
    const { store, folder } = openTestStore();
    store.close();
    const key = readFileSync(path.join(folder, "site-key"));
    rmSync(path.join(folder, "site-key"));
    expect(codeOf(() => openTestStore(folder))).toBe("STORE_KEY_WRONG");
    writeFileSync(path.join(folder, "site-key"), key, { mode: 0o600 });
    expect(codeOf(() => openTestStore(folder))).toBeUndefined();
  });

  it("lets others read while the daemon writes", () => {
    const { store, folder } = openTestStore();
    store.events.append({ stream: "desk/desk-1", type: "desk.stopped", data: {} });
    const reader = new DatabaseSync(fileIn(folder), { readOnly: true });
    expect(reader.prepare("SELECT count(*) AS events FROM events").get()?.["events"]).toBe(1);
    reader.close();
  });
});

describe("the store's file", () => {
  it("is durable by its settings, and its owner's alone", () => {
    const folder = path.join(temporaryFolder(), "made", "on", "start");
    const db = openDatabase({ folder });
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma("journal_mode")).toBe("wal");
    expect(pragma("synchronous")).toBe(2);
    expect(pragma("foreign_keys")).toBe(1);
    db.close();
    if (process.platform === "win32") return;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600);
  });

  it("says so when the folder is no folder", () => {
    const folder = path.join(temporaryFolder(), "taken");
    writeFileSync(folder, "a file");
    expect(codeOf(() => openDatabase({ folder: path.join(folder, "store") }))).toBe("STORE_UNUSABLE");
  });

  it("waits a second for whoever holds it from outside, and no longer", () => {
    const { store, folder } = openTestStore();
    const outsider = new DatabaseSync(fileIn(folder));
    outsider.exec("BEGIN IMMEDIATE");
    const append = () => store.events.append({ stream: "desk/desk-1", type: "desk.stopped", data: {} });
    expect(codeOf(append)).toBe("STORE_LOCKED");
    outsider.close();
    expect(codeOf(append)).toBeUndefined();
  });
});

describe("migrations", () => {
  function stepsIn(folder: string, steps: Readonly<Record<string, string>>): URL {
    const migrations = path.join(folder, "migrations");
    mkdirSync(migrations, { recursive: true });
    for (const [name, sql] of Object.entries(steps)) writeFileSync(path.join(migrations, name), sql);
    return pathToFileURL(`${migrations}/`);
  }
  const FIRST = { "0001-a.sql": "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1);" };

  it("run once, in order, and go on from where a store was left", () => {
    const folder = temporaryFolder();
    openDatabase({ folder, migrations: stepsIn(folder, FIRST) }).close();
    const second = stepsIn(folder, { "0002-b.sql": "UPDATE a SET x = x + 10; CREATE TABLE b (y INTEGER);" });
    openDatabase({ folder, migrations: second }).close();

    using db = openDatabase({ folder, migrations: second });
    expect(db.prepare("SELECT x FROM a").all()).toEqual([{ x: 11 }]);
    expect(db.prepare("PRAGMA user_version").get()).toEqual({ user_version: 2 });
  });

  it("leave the store as it was when a step fails in its middle", () => {
    const folder = temporaryFolder();
    openDatabase({ folder, migrations: stepsIn(folder, FIRST) }).close();
    const broken = stepsIn(folder, { "0002-b.sql": "UPDATE a SET x = 99; INSERT INTO nowhere VALUES (1);" });
    expect(() => openDatabase({ folder, migrations: broken })).toThrow(/nowhere/);

    const sql = new DatabaseSync(fileIn(folder), { readOnly: true });
    expect(sql.prepare("SELECT x FROM a").all()).toEqual([{ x: 1 }]);
    expect(sql.prepare("PRAGMA user_version").get()).toEqual({ user_version: 1 });
    sql.close();
  });

  it("refuse a store whose protection was taken away, or whose version was lost", () => {
    for (const harm of [
      "DROP TRIGGER events_never_change",
      "PRAGMA user_version = 0",
      "CREATE TABLE mine (x)",
    ]) {
      const { store, folder } = openTestStore();
      store.close();
      const sql = new DatabaseSync(fileIn(folder));
      sql.exec(harm);
      sql.close();
      expect([harm, codeOf(() => openTestStore(folder))]).toEqual([harm, "STORE_CORRUPT"]);
    }
  });

  it("refuse a store of a newer Titian and leave it untouched", () => {
    const { store, folder } = openTestStore();
    store.close();
    const sql = new DatabaseSync(fileIn(folder));
    sql.exec("PRAGMA user_version = 9999");
    sql.close();
    copyFileSync(fileIn(folder), `${fileIn(folder)}.before`);

    expect(codeOf(() => openTestStore(folder))).toBe("STORE_NEWER");
    expect(readFileSync(fileIn(folder)).equals(readFileSync(`${fileIn(folder)}.before`))).toBe(true);
    expect(existsSync(`${fileIn(folder)}-wal`)).toBe(false);
  });
});
