import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MonthlyReports } from "../../../src/bridge/flows/sla/monthly-reports.ts";
import type { ReportOrder } from "../../../src/bridge/flows/sla/report-pack.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const HOUR_MS = 3_600_000;
const never = new AbortController().signal;

describe("last month's reports in a folder", () => {
  let folder: string;
  let clock: ManualClock;
  let orders: ReportOrder[];
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-monthly-"));
    clock = new ManualClock(new Date("2026-11-02T01:00:00Z"));
    orders = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const service = (make?: (order: ReportOrder) => Promise<{ name: string; bytes: Uint8Array }>) =>
    new MonthlyReports({
      pack: {
        make: async (order) => {
          orders.push(order);
          return make?.(order) ?? { name: "report", bytes: new TextEncoder().encode(order.report) };
        },
      },
      ...{ folder: path.join(folder, "laporan"), paper: "F4", timeZone: "Asia/Jakarta" },
      ...{ clock, log: new SilentLog() },
    });

  it("are punctuality, materials, complaints, survey and members, as PDF and as workbook, and none with names", async () => {
    const made = await service().make(never);
    expect(made).toEqual([
      "titian-2026-10-punctuality.pdf",
      "titian-2026-10-punctuality.xlsx",
      "titian-2026-10-materials.pdf",
      "titian-2026-10-materials.xlsx",
      "titian-2026-10-complaints.pdf",
      "titian-2026-10-complaints.xlsx",
      "titian-2026-10-survey.pdf",
      "titian-2026-10-survey.xlsx",
      "titian-2026-10-members.pdf",
      "titian-2026-10-members.xlsx",
    ]);
    expect(readdirSync(path.join(folder, "laporan")).sort()).toEqual([...made].sort());
    expect(orders.every(({ paper, period }) => paper === "F4" && period.from === "2026-10-01")).toBe(true);
    // A folder that is filled once holds no report from which INLISLite was missing.
    expect(orders.every(({ isWhole }) => isWhole)).toBe(true);
  });

  it("are made once, and again only where one is missing", async () => {
    await service().make(never);
    rmSync(path.join(folder, "laporan/titian-2026-10-materials.pdf"));
    expect(await service().make(never)).toEqual(["titian-2026-10-materials.pdf"]);
  });

  it("are whole or not there: one that cannot be made leaves nothing behind, and the next hour tries again", async () => {
    let isAway = true;
    const reports = service(async ({ report }) => {
      if (isAway) throw new Error("no figures");
      return { name: "", bytes: new TextEncoder().encode(report) };
    });
    await reports.service.start();
    await clock.advance(HOUR_MS);
    expect(readdirSync(path.join(folder, "laporan"))).toEqual([]);
    isAway = false;
    await clock.advance(HOUR_MS);
    await expect.poll(() => readdirSync(path.join(folder, "laporan")).length).toBe(10);
    await reports.service.stop();
    expect(readFileSync(path.join(folder, "laporan/titian-2026-10-punctuality.pdf"), "utf8")).toBe(
      "punctuality",
    );
  });
});
