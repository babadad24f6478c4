import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { INLISLITE_VERSIONS, type InlisliteVersion } from "../../../src/inlislite/member.ts";
import { grantStatements } from "../../../src/inlislite/mysql/grants.ts";
import { CALENDAR_NEEDS } from "../../../src/inlislite/mysql/needs.ts";
import { openMysqlInlislite } from "../../../src/inlislite/mysql/open-mysql.ts";
import type { OpeningDays } from "../../../src/inlislite/opening-days.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const never = new AbortController().signal;

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(() => server.stop());

describe.each(INLISLITE_VERSIONS)("INLISLite %s's own days", (version) => {
  let made: TestInlislite;
  beforeAll(async () => {
    made = await server.createInlislite(version);
  });

  async function read(): Promise<OpeningDays> {
    const opened = await openMysqlInlislite(made, { clock: new SystemClock(), log: new SilentLog() }, never);
    try {
      return await opened.openingDays.read(never);
    } finally {
      await opened.close();
    }
  }

  it("are not there on a site that keeps none", async () => {
    expect(await read()).toEqual({
      ...{ holidays: undefined, hours: undefined },
      ...{ isSaturdayHoliday: undefined, isSundayHoliday: undefined },
    });
  });

  it("are not read without the grant, and nothing fails", async () => {
    for (const statement of tables(version)) await server.run(statement, { database: made.database });
    expect(await read()).toMatchObject({ holidays: undefined, hours: undefined, isSundayHoliday: true });
  });

  it("are holidays, hours and free days of the week, as far as they can be understood", async () => {
    const needs = CALENDAR_NEEDS.filter(({ column }) => version === "3.3" || column !== "active");
    await server.run(grantStatements({ ...made, version, needs }).join("\n"));
    expect(await read()).toEqual({
      holidays: [
        { date: "2026-08-17", name: "Proklamasi" },
        { date: "2026-12-24", name: "Cuti Bersama Natal" },
      ],
      hours: [
        { weekday: 0, opens: "08:00", closes: "16:00" },
        { weekday: 4, opens: "08:00", closes: "11:30" },
      ],
      ...{ isSaturdayHoliday: false, isSundayHoliday: true },
    });
  });
});

/** As both versions have them (facts: service standards, 5); 3.3 can switch a holiday off. */
function tables(version: InlisliteVersion): readonly string[] {
  const active = version === "3.3";
  return [
    `CREATE TABLE holidays (ID int AUTO_INCREMENT PRIMARY KEY, Dates date UNIQUE, Names varchar(255)${active ? ", active int DEFAULT 1" : ""})`,
    "INSERT INTO holidays (Dates, Names) VALUES ('2026-08-17', 'Proklamasi'), ('2026-12-24', 'Cuti Bersama Natal')",
    ...(active ? ["INSERT INTO holidays (Dates, Names, active) VALUES ('2026-12-26', 'Dihapus', 0)"] : []),
    "CREATE TABLE master_jam_buka (ID int AUTO_INCREMENT PRIMARY KEY, hari varchar(50), jam_buka time, jam_tutup time)",
    "INSERT INTO master_jam_buka (hari, jam_buka, jam_tutup) VALUES ('Senin', '08:00:00', '16:00:00'), ('Jum''at', '08:00:00', '11:30:00'), ('Sabtu', '12:00:00', '08:00:00'), ('Libur', '08:00:00', '16:00:00')",
    "INSERT INTO settingparameters (Name, Value) VALUES ('IsSaturdayHoliday', 'False'), ('IsSundayHoliday', 'True')",
  ];
}
