import mysql from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { openLibrary } from "../../store/library.ts";
import { newCaseId, type TestStore } from "../../store/test-store.ts";
import { codeOf, openCases, SharedLibrary, twoDesks } from "./shared-library.ts";

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
}, 60_000);
afterAll(() => server.stop());

/** What somebody can do who has the shared database's password, and not the library's key. */
describe("rows that no desk of the library wrote", () => {
  it("says that somebody without the library's key wrote in this desk's name, not that two PCs have it", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = twoDesks();
    openCases(one, 2);
    await library.push(one, "desk-1");
    const { budgetMs: _, ...account } = library.options;
    await using connection = await mysql.createConnection(account);
    await connection.query(
      `INSERT INTO events SELECT desk, seq + 900, seq, UUID(), stream, type, at, monotonic_ms, boot_id, operator, data, logical, seal
       FROM events ORDER BY seq DESC LIMIT 1`,
    );
    openCases(one, 1);
    expect(await codeOf(library.push(one, "desk-1"))).toBe("EXCHANGE_FORGED");
  });

  it("lets a desk read and add, and neither change nor delete", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = twoDesks();
    openCases(one, 1);
    await library.push(one, "desk-1");
    const { budgetMs: _, ...account } = library.options;
    const connection = await mysql.createConnection(account);
    for (const sql of [
      "UPDATE events SET seq = 9",
      "DELETE FROM events",
      "DROP TABLE events",
      "TRUNCATE events",
      "REPLACE INTO letters VALUES ('A', 'desk-9')",
    ])
      await expect(connection.query(sql)).rejects.toThrow(/denied/);
    await connection.end();
  });

  it("is passed on only as its desks have written it", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const third = openLibrary(["desk-3"])[0] as TestStore;
    openCases(one, 3);
    openCases(third, 1);
    await library.push(one, "desk-1");
    await library.push(third, "desk-3");
    await library.run(
      `UPDATE events SET type = 'design.saved', data = 'not even JSON' WHERE desk = 'desk-3'`,
    );
    await library.run(
      `UPDATE events SET data = replace(data, 'in-person', 'online') WHERE desk = 'desk-1' AND seq = 2`,
    );
    // desk-3 has another library's key. What desk-1 had written before is not the worse for it.
    expect(await library.pull(two, "desk-2")).toEqual({
      ...{ events: 1, damaged: ["desk-1"], forged: ["desk-3"], desks: ["desk-1"] },
    });
    expect(two.store.cases.open()).toHaveLength(1);
  });

  it("gives no desk more to read than an event or a part of a document can be, whatever the password's holder adds", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    openCases(one, 2);
    await library.push(one, "desk-1");
    const { budgetMs: _, ...account } = library.options;
    const connection = await mysql.createConnection(account);
    const giant = [
      ["desk-9", 1, 0, newCaseId(one.clock), "case/x", "case.opened"],
      [1, 1, "boot", null],
    ];
    await connection.query(
      "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, REPEAT('x', 3000000), 1, REPEAT('0', 64))",
      giant.flat(),
    );
    const name = "ab".repeat(32);
    await connection.query("INSERT INTO files VALUES (?, 0, 1, REPEAT('x', 3000000))", [name]);
    await connection.end();
    const shared = await library.open();
    expect((await shared.after("desk-9", 0, 10)).map(({ data }) => data)).toEqual([""]);
    expect((await shared.newest("desk-9"))?.data).toBe("");
    expect(await shared.file(name)).toBeUndefined();
    expect(await library.pull(two, "desk-2")).toMatchObject({
      ...{ events: 2, damaged: [], forged: ["desk-9"] },
    });
  });
});
