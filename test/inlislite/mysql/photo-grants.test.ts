import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { checkGrants } from "../../../src/inlislite/mysql/check-grants.ts";
import { grantStatements } from "../../../src/inlislite/mysql/grants.ts";
import { photoNeeds, readingNeeds } from "../../../src/inlislite/mysql/needs.ts";
import { openMysqlInlislite } from "../../../src/inlislite/mysql/open-mysql.ts";
import { MysqlPool } from "../../../src/inlislite/mysql/pool.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { PhotoDesk } from "../../harness/photo-desk.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const never = new AbortController().signal;
const refused = { errno: expect.toSatisfy((errno: number) => [1142, 1143, 1370, 1044].includes(errno)) };

describe("grants for writing photos", () => {
  it("name the columns of a photo, and 3.2's change log, and nothing else that may be changed", () => {
    const printed = (version: "3.2" | "3.3"): readonly string[] =>
      grantStatements({
        version,
        database: "inlis",
        user: "titian_foto",
        host: "%",
        needs: photoNeeds(version),
      });
    const members =
      "GRANT SELECT (`ID`, `MemberNo`, `PhotoUrl`, `UpdateBy`, `UpdateDate`, `UpdateTerminal`), " +
      "UPDATE (`PhotoUrl`, `UpdateBy`, `UpdateDate`, `UpdateTerminal`) ON `inlis`.`members` TO 'titian_foto'@'%';";
    const users = "GRANT SELECT (`ID`) ON `inlis`.`users` TO 'titian_foto'@'%';";
    expect(printed("3.3")).toEqual([members, users]);
    expect(printed("3.2")).toEqual([
      ...[members, users],
      "GRANT INSERT (`date`, `table`, `field_name`, `field_id`, `old_value`, `new_value`, `type`, `user_id`) ON `inlis`.`modelhistory` TO 'titian_foto'@'%';",
    ]);
  });
});

describe.each(INLISLITE_VERSIONS)("grants for writing photos, on %s", (version) => {
  let server: MariaDb;
  let desk: PhotoDesk;
  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    desk = await PhotoDesk.open(server, version);
    return () => desk[Symbol.dispose]();
  });

  it("are enough for the work, and the server refuses everything else", async () => {
    await desk.writer().write(await desk.photoOf(), never);
    const before = await desk.whole();
    const theirs = await createConnection({
      ...{ host: server.host, port: server.port, database: desk.database, ...desk.user },
    });
    for (const sql of [
      ...Object.keys(await desk.member())
        .filter((column) => !["PhotoUrl", "UpdateBy", "UpdateDate", "UpdateTerminal"].includes(column))
        .map((column) => `UPDATE members SET \`${column}\` = NULL WHERE ID = 1`),
      "INSERT INTO members (MemberNo, Fullname) VALUES ('1', 'Rekaan')",
      "INSERT INTO members (PhotoUrl) VALUES ('x.jpg')",
      "REPLACE INTO members (ID, PhotoUrl) VALUES (1, 'x.jpg')",
      "DELETE FROM members WHERE ID = 1",
      "SELECT Fullname FROM members",
      "SELECT IdentityNo FROM members",
      "SELECT * FROM members",
      "SELECT username FROM users",
      "UPDATE users SET ID = 1",
      "SELECT Value FROM settingparameters",
      "UPDATE settingparameters SET Value = ''",
      "CREATE TABLE punya_titian (x int)",
      "DROP TABLE members",
      "ALTER TABLE members ADD COLUMN x int",
      "LOCK TABLES members WRITE",
      ...(version === "3.2"
        ? [
            ...["SELECT * FROM modelhistory", "UPDATE modelhistory SET type = 2", "DELETE FROM modelhistory"],
            "INSERT INTO modelhistory (id) VALUES (1)",
          ]
        : []),
    ])
      await expect(theirs.query(sql), sql).rejects.toMatchObject(refused);
    await theirs.end();
    expect(await desk.whole()).toEqual(before);
  });

  it("go together with those for reading in one user, who can do both and passes the doctor's check", async () => {
    const needs = [...readingNeeds(version), ...photoNeeds(version)];
    const { database, user } = desk;
    await desk.revoke();
    const request = { version, database, user: user.user, host: server.host };
    await server.run(grantStatements({ ...request, needs }).join("\n"));
    await desk.writer().write(await desk.photoOf(), never);

    const options = { host: server.host, port: server.port, database, ...user };
    const around = { clock: new SystemClock(), log: new SilentLog() };
    const inlislite = await openMysqlInlislite(options, around, never);
    const [member] = await inlislite.members.search({ text: "ODD-APOSTROPHE", limit: 1 }, never);
    expect(member?.photoName).toBeDefined();
    expect(await inlislite.checkGrants(never, photoNeeds(version))).toEqual({
      ...{ missing: [], unseen: [], excess: [] },
    });
    // For reading alone it is too much.
    const { excess } = await inlislite.checkGrants(never);
    expect(excess).toContain("UPDATE on members.PhotoUrl");
    await inlislite.close();
  });

  it("are proved one by one: what is missing, and what goes beyond", async () => {
    const { database, user } = desk;
    const options = { host: server.host, port: server.port, database, ...user };
    const pool = new MysqlPool(options, new SystemClock());
    const check = () => checkGrants(pool, photoNeeds(version), never);
    expect(await check()).toEqual({ missing: [], unseen: [], excess: [] });

    const values = [database, user.user, server.host];
    await server.run("REVOKE UPDATE (UpdateDate) ON ??.members FROM ?@?", { values });
    await server.run("GRANT UPDATE (EndDate), INSERT (MemberNo) ON ??.members TO ?@?", { values });
    const { missing, excess } = await check();
    expect(missing).toEqual(["UPDATE on members.UpdateDate"]);
    expect(excess.toSorted()).toEqual(["INSERT on members.MemberNo", "UPDATE on members.EndDate"]);
    await pool.close();
  });
});
