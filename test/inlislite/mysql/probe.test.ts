import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { openMysqlInlislite } from "../../../src/inlislite/mysql/open-mysql.ts";
import type { MysqlOptions } from "../../../src/inlislite/mysql/pool.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const never = new AbortController().signal;
/** An offset is as wrong as its question took; a zone taken for one would be hours. */
const ANSWERED_LATE_MS = 60_000;

describe("probing an INLISLite", () => {
  let server: MariaDb;
  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.stop());

  const open = (options: MysqlOptions, log = new SilentLog()) =>
    openMysqlInlislite(options, { clock: new SystemClock(), log }, never);
  const asRoot = (database: string): MysqlOptions => ({
    host: server.host,
    port: server.port,
    ...server.root,
    database,
  });

  it.each(INLISLITE_VERSIONS)(
    "recognises %s by its tables, although CurrentVersion says 3.0",
    async (version) => {
      const made = await server.createInlislite(version);
      const says = await server.run(
        "SELECT Value FROM settingparameters WHERE Name = 'CurrentVersion'",
        made,
      );
      expect(says).toEqual([{ Value: "3.0" }]);

      const inlislite = await open(made);
      expect(inlislite.version).toBe(version);
      expect(inlislite.probe.serverVersion).toMatch(/^10\.\d+/);
      expect(inlislite.probe.sqlMode).toContain("STRICT_TRANS_TABLES");
      expect(Math.abs(inlislite.probe.clockOffsetMs)).toBeLessThan(ANSWERED_LATE_MS);
      expect(inlislite.probe.zoneOffsetMinutes).toBe(0);
      await inlislite.close();
    },
  );

  it("tells the zone of NOW() from the error of the clock", async () => {
    await server.run("SET GLOBAL time_zone = '+07:00'");
    const inlislite = await open(await server.createInlislite("3.3"));
    expect(inlislite.probe.zoneOffsetMinutes).toBe(420);
    expect(Math.abs(inlislite.probe.clockOffsetMs)).toBeLessThan(ANSWERED_LATE_MS);
    await inlislite.close();
    await server.run("SET GLOBAL time_zone = 'SYSTEM'");
  });

  it("takes the server's spelling of the tables, as a site moved from Windows has it", async () => {
    const made = await server.createInlislite("3.3");
    await server.run("RENAME TABLE members TO Members, jenis_anggota TO Jenis_Anggota", made);
    const inlislite = await open(asRoot(made.database));
    expect(inlislite.probe.tables.get("members")).toBe("Members");
    expect(await inlislite.members.findById("1", never)).toMatchObject({ memberId: "1", status: "active" });
    await inlislite.close();
  });

  it("works with unsigned ids, as a merged 3.3 has them", async () => {
    const made = await server.createInlislite("3.3");
    await server.run("ALTER TABLE members MODIFY ID INT UNSIGNED NOT NULL AUTO_INCREMENT", made);
    const inlislite = await open(made);
    expect(await inlislite.members.findById("200", never)).toMatchObject({ memberId: "200" });
    await inlislite.close();
  });

  it("does without the columns that a 3.2 site adds only when staff run its update page", async () => {
    const made = await server.createInlislite("3.2");
    await server.run("ALTER TABLE members DROP COLUMN PhotoUrl, DROP COLUMN NoHp, DROP COLUMN Phone", made);
    const inlislite = await open(made);
    expect(await inlislite.members.findById("1", never)).toMatchObject({
      status: "active",
      photoName: undefined,
    });
    expect(await inlislite.members.phoneOf("1", never)).toBeUndefined();
    expect((await inlislite.checkGrants(never)).unseen).toEqual([
      "SELECT on members.PhotoUrl",
      "SELECT on members.Phone",
      "SELECT on members.NoHp",
    ]);
    await inlislite.close();
  });

  it("says so when the tables are another program's, or none", async () => {
    await server.run(
      "CREATE DATABASE other; CREATE TABLE other.members (id INT, name TEXT); CREATE DATABASE bare",
    );
    const unknown = { code: "INLISLITE_UNKNOWN_VERSION" };
    await expect(open(asRoot("other"))).rejects.toMatchObject(unknown);
    await expect(open(asRoot("bare"))).rejects.toMatchObject(unknown);
  });

  it("does not take a half-upgraded 3.2 for either version", async () => {
    const made = await server.createInlislite("3.2");
    await server.run("DROP TABLE modelhistory", made);
    await expect(open(asRoot(made.database))).rejects.toMatchObject({ code: "INLISLITE_UNKNOWN_VERSION" });
  });

  it("names the columns that are not granted", async () => {
    const { database, user, host, ...rest } = await server.createInlislite("3.3");
    await server.run("REVOKE SELECT (EndDate) ON ??.members FROM ?@?", { values: [database, user, host] });
    await expect(open({ database, user, host, ...rest })).rejects.toMatchObject({
      code: "INLISLITE_REFUSED",
      details: { missing: "members.EndDate" },
    });
  });

  it("is refused with a wrong password, a wrong user and a database that is not there", async () => {
    const made = await server.createInlislite("3.2");
    const refused = { code: "INLISLITE_REFUSED" };
    await expect(open({ ...made, password: "wrong" })).rejects.toMatchObject(refused);
    await expect(open({ ...made, user: "nobody" })).rejects.toMatchObject(refused);
    await expect(open({ ...made, database: "elsewhere" })).rejects.toMatchObject(refused);
    await expect(open(asRoot("elsewhere"))).rejects.toMatchObject(refused);
  });

  it("puts no password, user, host, number or SQL into an error or a log line", async () => {
    const made: TestInlislite = await server.createInlislite("3.3");
    const log = new SilentLog();
    const inlislite = await open(made, log);
    await server.run("DROP TABLE members", made);
    const failures = [
      await open({ ...made, password: "sandi-rahasia" }, log).catch((error: unknown) => error),
      await open({ ...made, port: 1 }, log).catch((error: unknown) => error),
      await open({ ...made, host: "tidak-ada.invalid" }, log).catch((error: unknown) => error),
      await inlislite.members
        .search({ text: "nama rahasia", limit: 5 }, never)
        .catch((error: unknown) => error),
    ];
    await inlislite.close();
    const codes = failures.map((error) => (error instanceof Error ? Reflect.get(error, "code") : undefined));
    expect(codes).toEqual([
      ...["INLISLITE_REFUSED", "INLISLITE_UNREACHABLE", "INLISLITE_UNREACHABLE", "INLISLITE_UNKNOWN_VERSION"],
    ]);
    const written = failures.map(everything).join(" ") + JSON.stringify(log.lines);
    for (const secret of [
      "rahasia",
      made.user,
      made.password,
      made.database,
      made.host,
      "invalid",
      "SELECT",
      "select",
    ])
      expect(written.toLowerCase(), secret).not.toContain(secret.toLowerCase());
  });
});

/** All that a careless logger could print of an error, except the stack's file names. */
function everything(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.getOwnPropertyNames(error).filter((name) => name !== "stack");
  return (
    own.map((name) => JSON.stringify(Reflect.get(error, name))).join(" ") +
    (error.cause ? everything(error.cause) : "")
  );
}
