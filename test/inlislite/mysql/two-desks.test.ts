import mysql from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { type MysqlInlislite, openMysqlInlislite } from "../../../src/inlislite/mysql/open-mysql.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const never = new AbortController().signal;
const NAME = "Siti Aminah Wulandari";

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(() => server?.stop());

/** INLISLite gives no id back after a save, and two desks may save the same name in the same second. */
describe.each(INLISLITE_VERSIONS)("two desks that save at once, INLISLite %s", (version) => {
  let inlislite: MysqlInlislite;
  let database: TestInlislite;
  /** INLISLite's own sessions: one at each desk. */
  let desks: readonly mysql.Connection[];

  beforeAll(async () => {
    database = await server.createInlislite(version);
    const around = { clock: new SystemClock(), log: new SilentLog() };
    inlislite = await openMysqlInlislite(database, around, never);
    const { host, port, root } = server;
    const session = { host, port, ...root, database: database.database, charset: "utf8mb4" };
    desks = await Promise.all([1, 2].map(() => mysql.createConnection(session)));
    for (const desk of desks) await desk.query("SET SESSION sql_mode = ''");
  });
  afterAll(async () => {
    for (const desk of desks ?? []) await desk.end();
    await inlislite?.close();
  });

  const save = async (desk: mysql.Connection, fullName: string, phone: string): Promise<string> => {
    const stored = version === "3.2" ? fullName.toUpperCase() : fullName;
    const [{ insertId }] = await desk.query<mysql.ResultSetHeader>(
      "INSERT INTO members (MemberNo, Fullname, Phone, StatusAnggota_id, CreateDate) VALUES ('26112600001', ?, ?, 3, NOW())",
      [stored, phone],
    );
    return String(insertId);
  };
  const saveAtOnce = (names: readonly [string, string], phones: readonly [string, string]) =>
    Promise.all(desks.map((desk, index) => save(desk, names[index] ?? "", phones[index] ?? "")));
  const find = async (afterId: string | undefined, fullName: string, phone: string) =>
    (await inlislite.members.findNew({ afterId, fullName, phone }, never)).map(({ memberId }) => memberId);

  it("each find their own by its name", async () => {
    const before = await inlislite.members.newestId(never);
    const [first, second] = await saveAtOnce([NAME, "Bagus Prakoso"], ["", ""]);
    expect(await find(before, NAME, "")).toEqual([first]);
    expect(await find(before, "bagus prakoso", "")).toEqual([second]);
  });

  it("each find their own by the phone where the names are the same", async () => {
    const before = await inlislite.members.newestId(never);
    const [first, second] = await saveAtOnce([NAME, NAME], ["0899-0000-0001", "0899-0000-0002"]);
    expect(await find(before, NAME, "0899 0000 0001")).toEqual([first]);
    expect(await find(before, NAME, "089900000002")).toEqual([second]);
  });

  it("see both where nothing tells them apart, and choose nobody", async () => {
    const before = await inlislite.members.newestId(never);
    const saved = await saveAtOnce([NAME, NAME], ["0899", "0899"]);
    for (const phone of ["0899", "", "0811"])
      expect((await find(before, NAME, phone)).toSorted()).toEqual(saved.toSorted());
  });

  it("do not see a row that is not committed, and see it afterwards whichever id it has", async () => {
    const [slow, quick] = desks as [mysql.Connection, mysql.Connection];
    const before = await inlislite.members.newestId(never);
    await slow.beginTransaction();
    const late = await save(slow, NAME, "");
    const early = await save(quick, "Bagus Prakoso", "");
    expect(Number(early)).toBeGreaterThan(Number(late));
    expect(await find(before, NAME, "")).toEqual([]);
    await slow.commit();
    expect(await find(before, NAME, "")).toEqual([late]);
  });

  it("find a name that latin1 has stored with question marks", async () => {
    const before = await inlislite.members.newestId(never);
    const id = await save(desks[0] as mysql.Connection, "Đorđe Ćirić", "");
    expect(await find(before, "Đorđe Ćirić", "")).toEqual([id]);
  });

  it("find somebody in a library that had nobody", async () => {
    await server.run("DELETE FROM members", { database: database.database });
    expect(await inlislite.members.newestId(never)).toBeUndefined();
    const id = await save(desks[0] as mysql.Connection, NAME, "");
    expect(await find(undefined, NAME, "")).toEqual([id]);
  });
});
