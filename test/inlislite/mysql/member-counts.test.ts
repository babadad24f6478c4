import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { grantStatements } from "../../../src/inlislite/mysql/grants.ts";
import { MysqlMemberCountRepository } from "../../../src/inlislite/mysql/member-count-repository.ts";
import { STATISTICS_NEEDS } from "../../../src/inlislite/mysql/needs.ts";
import { openMysqlInlislite } from "../../../src/inlislite/mysql/open-mysql.ts";
import { MysqlPool } from "../../../src/inlislite/mysql/pool.ts";
import { probe } from "../../../src/inlislite/mysql/probe.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { byHand, COUNTED_COLUMNS, countedMembers, inWords, TWO_MONTHS } from "../counted-members.ts";

const never = new AbortController().signal;
const clock = new SystemClock();

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(() => server.stop());

describe.each(INLISLITE_VERSIONS)("members of INLISLite %s", (version) => {
  let made: TestInlislite;
  beforeAll(async () => {
    made = await server.createInlislite(version);
    const { database } = made;
    // 3.2's foreign keys let nothing point nowhere; 3.3 has none.
    const nowhere = version === "3.3" ? { sex: 0, type: 99 } : { sex: null, type: null };
    await server.run("DELETE FROM members", { database });
    await server.run(`INSERT INTO members (${COUNTED_COLUMNS.join(", ")}) VALUES ?`, {
      ...{ database, values: [countedMembers(nowhere)] },
    });
  });

  const open = () => openMysqlInlislite(made, { clock, log: new SilentLog() }, never);

  it("are counted without sex and age until somebody grants them, and the doctor knows", async () => {
    const inlislite = await open();
    const counts = await inlislite.counts.count(TWO_MONTHS, never);
    expect(inWords(counts)).toEqual({ sex: undefined, age: undefined, type: byHand.type });
    expect((await inlislite.checkGrants(never, STATISTICS_NEEDS)).unseen).toEqual([
      ...["SELECT on members.DateOfBirth", "SELECT on members.Sex_id"],
    ]);
    await inlislite.close();
  });

  it("are counted by month, sex, age and type as by hand, with every odd value as not filled in", async () => {
    await server.run(grantStatements({ ...made, version, needs: STATISTICS_NEEDS }).join("\n"));
    const inlislite = await open();
    expect(inWords(await inlislite.counts.count(TWO_MONTHS, never))).toEqual(byHand);
    expect(await inlislite.checkGrants(never, STATISTICS_NEEDS)).toMatchObject({
      missing: [],
      unseen: [],
      excess: [],
    });
    await inlislite.close();
  });

  it.each([1, 3, 14, 15])("come to the same in stretches of %d rows", async (rows) => {
    const pool = new MysqlPool(made, clock);
    const counts = new MysqlMemberCountRepository(pool, await probe(pool, clock, never), { clock, rows });
    expect(inWords(await counts.count(TWO_MONTHS, never))).toEqual(byHand);
    await pool.close();
  });

  it("are no longer counted once nobody waits for it", async () => {
    const inlislite = await open();
    await expect(inlislite.counts.count(TWO_MONTHS, AbortSignal.abort(new Error("gone")))).rejects.toThrow(
      "gone",
    );
    await inlislite.close();
  });
});

describe("a server that does not answer", () => {
  it("ends the count within the budget, and says that it is away", async () => {
    const made = await server.createInlislite("3.3");
    const inlislite = await openMysqlInlislite(
      { ...made, budgetMs: 2_000 },
      { clock, log: new SilentLog() },
      never,
    );
    server.pause();
    try {
      await expect(inlislite.counts.count(TWO_MONTHS, never)).rejects.toMatchObject({
        code: "INLISLITE_UNREACHABLE",
      });
    } finally {
      server.resume();
      await inlislite.close();
    }
  });
});
