import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { grantStatements } from "../../../src/inlislite/mysql/grants.ts";
import { AGE_NEED } from "../../../src/inlislite/mysql/needs.ts";
import { openMysqlInlislite } from "../../../src/inlislite/mysql/open-mysql.ts";
import { MysqlPool } from "../../../src/inlislite/mysql/pool.ts";
import type { LocalDate, MemberNo } from "../../../src/kernel/types.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const never = new AbortController().signal;

describe("grants for Titian's user", () => {
  let server: MariaDb;
  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.stop());

  it("are SELECT on single columns, spelled so that an administrator can paste them", () => {
    expect(
      grantStatements({ version: "3.3", database: "inlislite_v33", user: "titian", host: "192.168.1.%" }),
    ).toEqual([
      "GRANT SELECT (`ID`, `MemberNo`, `Fullname`, `JenisAnggota_id`, `StatusAnggota_id`, `RegisterDate`, `EndDate`, `PhotoUrl`, `Phone`, `NoHp`, `UpdateDate`, `CreateBy`, `IsKeranjang`) ON `inlislite_v33`.`members` TO 'titian'@'192.168.1.%';",
      "GRANT SELECT (`id`, `jenisanggota`) ON `inlislite_v33`.`jenis_anggota` TO 'titian'@'192.168.1.%';",
      "GRANT SELECT (`ID`, `Name`, `Value`) ON `inlislite_v33`.`settingparameters` TO 'titian'@'192.168.1.%';",
    ]);
  });

  it("never touch identity, address, family, birth or passwords", () => {
    const all = INLISLITE_VERSIONS.flatMap((version) =>
      grantStatements({ version, database: "d", user: "u", host: "h" }),
    ).join(" ");
    expect(all).not.toMatch(/Identity|Address|Mother|Birth|Email|Darurat|users|password|membersonline/i);
  });

  it("cannot be broken out of by a name", () => {
    const [first] = grantStatements({ version: "3.2", database: "a`b", user: "o'hara\\", host: "%" });
    expect(first).toContain("ON `a``b`.`members` TO 'o''hara\\\\'@'%';");
  });

  it.each(INLISLITE_VERSIONS)(
    "on %s let the user read what it needs and refuse the rest",
    async (version) => {
      const made = await server.createInlislite(version);
      const theirs = await createConnection(made);
      const refused = { errno: expect.toSatisfy((errno: number) => [1142, 1143].includes(errno)) };
      for (const sql of [
        "INSERT INTO members (MemberNo, Fullname) VALUES ('1', 'Rekaan')",
        "UPDATE members SET PhotoUrl = 'x.jpg' WHERE ID = 1",
        "DELETE FROM members WHERE ID = 1",
        "DROP TABLE members",
        "SELECT IdentityNo FROM members",
        "SELECT MotherMaidenName FROM members",
        "SELECT Address FROM members",
        "SELECT DateOfBirth FROM members",
        "SELECT * FROM members",
        "SELECT * FROM users",
      ])
        await expect(theirs.query(sql), sql).rejects.toMatchObject(refused);
      await theirs.query("SELECT ID, MemberNo, Fullname FROM members");
      await theirs.end();
      expect(await server.run("SELECT COUNT(*) AS n FROM members", made)).toEqual([{ n: 200 }]);
    },
  );

  it("do not matter to our own sessions, which are read-only even for root", async () => {
    const { database, host, port } = await server.createInlislite("3.2");
    const pool = new MysqlPool({ host, port, database, ...server.root }, new SystemClock());
    await expect(pool.rows((knex) => knex("members").where("ID", 1).del(), never)).rejects.toMatchObject({
      code: "INTERNAL",
      details: { errno: 1792 },
    });
    await pool.close();
  });

  it("pass the check as they are; a wider user is told what is too much, a narrower one what is missing", async () => {
    const made = await server.createInlislite("3.2");
    const { database, user, host } = made;
    const inlislite = await openMysqlInlislite(
      made,
      { clock: new SystemClock(), log: new SilentLog() },
      never,
    );
    expect(await inlislite.checkGrants(never)).toEqual({ missing: [], unseen: [], excess: [] });

    await server.run(
      "GRANT SELECT (IdentityNo), UPDATE (PhotoUrl) ON ??.members TO ?@?; GRANT DELETE ON ??.users TO ?@?; GRANT SELECT ON ??.* TO ?@?;",
      { values: [database, user, host, database, user, host, database, user, host] },
    );
    expect((await inlislite.checkGrants(never)).excess.toSorted()).toEqual([
      ...["DELETE on users", "SELECT on *", "SELECT on members.IdentityNo", "UPDATE on members.PhotoUrl"],
    ]);

    await server.run("REVOKE ALL PRIVILEGES, GRANT OPTION FROM ?@?", { values: [user, host] });
    const { missing } = await inlislite.checkGrants(never);
    expect(missing).toContain("SELECT on members.MemberNo");
    expect(missing).toContain("SELECT on settingparameters.Value");
    await inlislite.close();
  });

  it.each(INLISLITE_VERSIONS)(
    "of %s leave ages out; a library that grants them is not told that it is too much",
    async (version) => {
      const made = await server.createInlislite(version);
      const open = () => openMysqlInlislite(made, { clock: new SystemClock(), log: new SilentLog() }, never);
      const one = { memberId: "1", memberNo: "" as MemberNo };
      const ask = async (inlislite: Awaited<ReturnType<typeof open>>) => {
        const { memberNo } = (await inlislite.members.findById("1", never)) ?? one;
        return inlislite.members.isMinor({ memberId: "1", memberNo }, "1990-01-01" as LocalDate, never);
      };
      const without = await open();
      expect(await ask(without)).toBeUndefined();
      await without.close();

      await server.run("UPDATE members SET DateOfBirth = '1980-05-04' WHERE ID = 1", made);
      await server.run(grantStatements({ ...made, version, needs: [AGE_NEED] }).join("\n"));
      const inlislite = await open();
      expect(await ask(inlislite)).toBe(true);
      expect((await inlislite.checkGrants(never)).excess).toEqual([]);
      await inlislite.close();
    },
  );

  it("tell root that it is too much", async () => {
    const { database, host, port } = await server.createInlislite("3.3");
    const options = { host, port, database, ...server.root };
    const inlislite = await openMysqlInlislite(
      options,
      { clock: new SystemClock(), log: new SilentLog() },
      never,
    );
    expect((await inlislite.checkGrants(never)).excess).toContain("SUPER on every database");
    await inlislite.close();
  });
});
