import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doctorUrl, UNSAID } from "../../../src/bridge/cli/doctor-url.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { startStandIn } from "../../stand-in/start-stand-in.ts";

const never = new AbortController().signal;
let mariaDb: MariaDb;
beforeAll(async () => {
  mariaDb = await startMariaDb();
}, 120_000);
afterAll(() => mariaDb?.stop());

describe("titian doctor --url, at INLISLite's own pages", () => {
  it.each(["3.2", "3.3"] as const)("knows %s by its login page", async (version) => {
    const { database } = await mariaDb.createInlislite(version);
    await using standIn = await startStandIn({ version, mariaDb, database });
    const report = await doctorUrl(new URL(`${standIn.base}/`), { config: UNSAID, language: "id" }, never);
    expect(report).toMatchObject({ site: { version, status: 200 }, ways: { recommended: "script" } });
  });

  it("reads Apache's headers of 3.3 as they are sent", async () => {
    const { database } = await mariaDb.createInlislite("3.3");
    await using standIn = await startStandIn({ version: "3.3", mariaDb, database, apacheHeaders: true });
    const report = await doctorUrl(new URL(`${standIn.base}/`), { config: UNSAID, language: "id" }, never);
    expect(report.ways.recommended).toBe("proxy");
    expect(report.ways.verdicts[0]).toMatchObject({ reasons: ["csp-script", "csp-socket"] });
    expect(report.ways.hasPageCamera).toBe(true);
  });
});
