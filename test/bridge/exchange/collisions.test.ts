import mysql, { type Connection } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { TitianError } from "../../../src/kernel/errors.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { openLibrary } from "../../store/library.ts";
import { newCaseId, opened, type TestStore } from "../../store/test-store.ts";
import { SharedLibrary } from "./shared-library.ts";

/** As many tries as the exchange makes, each with two seconds of the server's patience. */
const GIVEN_UP_WITHIN_MS = 30_000;

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
}, 60_000);
afterAll(() => server.stop());

/** Somebody else's transaction: it holds what it has touched until it is rolled back or committed. */
async function transaction({ database }: SharedLibrary): Promise<Connection> {
  const { host, port, root } = server;
  const connection = await mysql.createConnection({ host, port, ...root, database });
  onTestFinished(() => connection.destroy());
  await connection.query("SET SESSION sql_mode = ''");
  await connection.query("START TRANSACTION");
  return connection;
}

/** What the server itself has counted since it started. */
async function counted(what: "lock_timeouts" | "lock_deadlocks"): Promise<number> {
  const sql = `SELECT count FROM information_schema.INNODB_METRICS WHERE name = '${what}'`;
  const [row] = (await server.run(sql)) as { readonly count: number }[];
  return Number(row?.count);
}

/** Until the server says so: it is asked again as soon as it has answered. */
async function until(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask()));
}

/** Not of INNODB_TRX: the server fills that anew only when nobody has read it for a tenth of a second. */
const isWaiting = async (): Promise<boolean> => {
  const [row] = (await server.run("SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'")) as {
    readonly Value: string;
  }[];
  return Number(row?.Value) > 0;
};

async function deskWithCases(): Promise<{ readonly library: SharedLibrary; readonly desk: TestStore }> {
  const library = await SharedLibrary.prepared(server);
  const [desk] = openLibrary(["desk-1"]) as [TestStore];
  desk.store.events.append(Array.from({ length: 5 }, () => opened(newCaseId(desk.clock))));
  return { library, desk };
}

const sent = async (library: SharedLibrary) => (await library.open()).after("desk-1", 0, 100);

describe("what a desk sends while somebody else holds the rows", () => {
  it(
    "waits, is refused by the server for having waited, and goes once the rows are free; nothing goes twice",
    async () => {
      const { library, desk } = await deskWithCases();
      const holder = await transaction(library);
      await holder.query("SELECT * FROM events WHERE desk = 'desk-1' FOR UPDATE");
      const before = await counted("lock_timeouts");
      const pushing = library.push(desk, "desk-1");
      await until(async () => (await counted("lock_timeouts")) > before);
      await holder.rollback();

      expect(await pushing).toBe(5);
      expect(await sent(library)).toEqual(desk.store.outbox.after(0, 100));
      expect(desk.store.outbox.waiting).toBe(0);
    },
    GIVEN_UP_WITHIN_MS,
  );

  it(
    "is given up for now with a coded error when they are never let go, and goes the next time",
    async () => {
      const { library, desk } = await deskWithCases();
      const holder = await transaction(library);
      await holder.query("SELECT * FROM events WHERE desk = 'desk-1' FOR UPDATE");
      const before = await counted("lock_timeouts");
      const error = await library.push(desk, "desk-1").then(
        () => undefined,
        (thrown: unknown) => TitianError.from(thrown),
      );
      expect(error).toMatchObject({ code: "EXCHANGE_UNREACHABLE", details: { errno: 1205 } });
      expect((await counted("lock_timeouts")) - before).toBe(4);
      expect(desk.store.outbox.waiting).toBe(5);
      await holder.rollback();

      expect(await library.push(desk, "desk-1")).toBe(5);
      expect(await sent(library)).toHaveLength(5);
    },
    GIVEN_UP_WITHIN_MS,
  );

  it(
    "is sent again when the server undoes it to end a deadlock",
    async () => {
      const { library, desk } = await deskWithCases();
      await library.run("CREATE TABLE ballast (n INT PRIMARY KEY) ENGINE=InnoDB");
      const rows = desk.store.outbox.after(0, 100);
      const [first, last] = [rows[0]!, rows.at(-1)!];
      const place = (seq: number, afterSeq: number): string =>
        `INSERT INTO events (desk, seq, after_seq, id) VALUES ('desk-1', ${seq}, ${afterSeq}, uuid())`;
      const holder = await transaction(library);
      // InnoDB undoes the transaction that has written less.
      await holder.query("INSERT INTO ballast SELECT seq FROM seq_1_to_500");
      await holder.query(place(last.seq, last.afterSeq));
      const before = await counted("lock_deadlocks");
      const pushing = library.push(desk, "desk-1");
      await until(isWaiting);
      await holder.query(place(first.seq, first.afterSeq));
      expect((await counted("lock_deadlocks")) - before).toBe(1);
      await holder.rollback();

      expect(await pushing).toBe(5);
      expect(await sent(library)).toEqual(rows);
    },
    GIVEN_UP_WITHIN_MS,
  );

  it(
    "and a letter that another desk is just claiming is that desk's once it has it",
    async () => {
      const { library } = await deskWithCases();
      const holder = await transaction(library);
      await holder.query("INSERT INTO letters (letter, desk) VALUES ('A', 'desk-2')");
      const shared = await library.open();
      const before = await counted("lock_timeouts");
      const claiming = shared.claim("A", "desk-1");
      await until(async () => (await counted("lock_timeouts")) > before);
      await holder.commit();
      expect(await claiming).toBe("desk-2");
    },
    GIVEN_UP_WITHIN_MS,
  );
});
