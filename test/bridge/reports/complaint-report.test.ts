import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { EN_REPORTS } from "../../../src/bridge/messages/en-reports.ts";
import { ID_REPORTS } from "../../../src/bridge/messages/id-reports.ts";
import type { ComplaintFigures } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { complaintReport } from "../../../src/bridge/reports/pack/complaint-report.ts";
import type { ReportFrame } from "../../../src/bridge/reports/pack/report-frame.ts";
import type { Block, Report, Table } from "../../../src/bridge/reports/report.ts";
import { reportCsv } from "../../../src/bridge/reports/report-csv.ts";
import { reportXlsx } from "../../../src/bridge/reports/workbook.ts";
import { READING } from "./sample-report.ts";
import { summary } from "./some-view.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FRAME: ReportFrame = {
  institution: { name: "Perpustakaan Tirtamaya", address: "" },
  ...{ desk: "Loket 1", words: ID_REPORTS, reading: READING, now: new Date("2026-11-02T01:05:00Z") },
};

const answered = summary({ medianMs: 20 * HOUR_MS, p90Ms: 2.4 * DAY_MS, maxMs: 3 * DAY_MS });
const none = summary({
  ...{ n: 0, judged: 0, onTime: 0, onTimePercent: null, list: [] },
  ...{ medianMs: null, p90Ms: null, maxMs: null },
});

const figures = (change: Partial<ComplaintFigures> = {}): ComplaintFigures => ({
  ...{
    from: "2026-10-01",
    to: "2026-10-31",
    received: 12,
    waiting: 1,
    withdrawn: 1,
    reopened: 0,
    openAtEnd: 2,
  },
  ...{ summary: answered, limits: [5], figure: "gross", calendarVersions: ["site@3"] },
  months: [{ month: "2026-10", received: 12, summary: answered, openAtEnd: 2 }],
  channels: [{ channel: "box", received: 12, summary: answered }],
  subjects: [{ subject: "waiting-time", received: 12, summary: answered }],
  steps: [
    {
      ...{ standard: "id.lebak.pembuatan-kta", step: 3, text: "=cmd()|'/c calc'!A1", targetSeconds: 60 },
      summary: summary({ medianMs: 45_000, p90Ms: 60_000, maxMs: 75_000 }),
    },
  ],
  outcomes: [{ outcome: "remedied", count: 8 }],
  lateReasons: [{ reason: null, count: 1 }],
  ...change,
});

const only = <K extends Block["kind"]>(report: Report, kind: K): Extract<Block, { kind: K }>[] =>
  report.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
const table = (report: Report, title: string): Table | undefined =>
  only(report, "table").find((one) => one.title === title);

describe("the report of complaints", () => {
  it("gives the share of at least five, the median, and what is still owed", () => {
    const report = complaintReport(figures(), FRAME);
    expect([report.title, report.subtitle]).toEqual(["Rekap Pengaduan Layanan", "Oktober 2026"]);
    expect(only(report, "headline")[0]).toMatchObject({
      main: { value: "90,0 %", says: "dijawab tepat waktu: 9 dari 10 pengaduan yang dinilai" },
      others: [{ value: "20 j 0 mnt" }, { value: "2,4 hari" }, { value: "2" }],
    });
    expect(table(report, "Menurut bulan diterima")?.rows).toEqual([
      ["Oktober 2026", 12, 10, 9, 1, 90, 20 * HOUR_MS, 2.4 * DAY_MS, 2],
    ]);
    expect(table(report, "Menurut cara datang")?.rows[0]?.[0]).toBe("Kotak saran");
    expect(only(report, "signatures")).toHaveLength(1);
  });

  it("lists the times of fewer than five, and gives no percentage", () => {
    const few = summary({ n: 2, judged: 2, onTime: 2, onTimePercent: null, list: [HOUR_MS, 2 * HOUR_MS] });
    const report = complaintReport(figures({ received: 2, summary: few }), FRAME);
    expect(JSON.stringify(only(report, "headline"))).not.toContain("%");
    expect(table(report, "Waktu setiap pengaduan sampai dijawab")?.rows).toEqual([
      [1, HOUR_MS, null],
      [2, 2 * HOUR_MS, null],
    ]);
  });

  it("says so where there were none, and where the library has set no limit", () => {
    const nothing = complaintReport(
      figures({
        ...{ received: 0, waiting: 0, withdrawn: 0, openAtEnd: 0, summary: none, limits: [] },
        ...{ channels: [], subjects: [], steps: [], outcomes: [], lateReasons: [] },
        months: [{ month: "2026-10", received: 0, summary: none, openAtEnd: 0 }],
      }),
      FRAME,
    );
    expect(only(nothing, "headline")[0]?.main).toEqual({ value: "0", says: "tidak ada pengaduan" });
    expect(only(nothing, "note")[0]?.text).toContain("belum menetapkan batas waktu");
    const unlimited = complaintReport(
      figures({ limits: [], summary: summary({ judged: 0, onTime: 0, onTimePercent: null }) }),
      FRAME,
    );
    expect(only(unlimited, "headline")[0]?.main.says).toContain("Tanpa batas waktu");
  });

  it("prints by which rule it was counted, and that it names nobody", () => {
    const [note] = only(complaintReport(figures({ reopened: 1 }), FRAME), "note");
    for (const said of [
      "5 hari kerja",
      "jeda ikut dihitung",
      "site@3",
      "1 masih menunggu",
      "1 dicabut",
      "dibuka lagi",
    ])
      expect(note?.text).toContain(said);
    expect(note?.text).toContain("nama pengadu tidak masuk");
  });

  it("draws the months of a year side by side", () => {
    const months = ["2026-01", "2026-02"].map((month) => ({
      month,
      received: 6,
      summary: answered,
      openAtEnd: 0,
    }));
    const [bars] = only(
      complaintReport(figures({ from: "2026-01-01", to: "2026-12-31", months }), FRAME),
      "bars",
    );
    expect(bars?.bars).toEqual([
      { label: "Jan", met: 9, late: 1 },
      { label: "Feb", met: 9, late: 1 },
    ]);
  });

  it("has numbers as numbers in the workbook, days as Excel's own, and no cell that is a formula", async () => {
    const xlsx = Buffer.from(await reportXlsx(complaintReport(figures(), FRAME), READING));
    const sheets = await readXlsxFile(xlsx);
    const [months] = sheets.map(({ data }) => data);
    expect(months?.[4]?.slice(0, 6)).toEqual(["Oktober 2026", 12, 10, 9, 1, 90]);
    // 20 hours: the reader takes a length of time for a time of the day on which Excel's days begin.
    const took = months?.[4]?.[6] as unknown as Date;
    expect(took.getTime() - Date.UTC(1899, 11, 30)).toBe(20 * HOUR_MS);
    const steps = sheets.find(({ sheet }) => sheet.startsWith("Langkah"))?.data;
    expect(steps?.[4]?.[0]).toBe("3. =cmd()|'/c calc'!A1");
    const csv = Buffer.from(reportCsv(complaintReport(figures(), FRAME), READING)).toString("utf8");
    expect(csv).not.toMatch(/(?:^|[;,\n"])[=@+]/);
  });

  it("is made in English too", () => {
    const reading = { ...READING, language: "en" as const };
    const report = complaintReport(figures(), { ...FRAME, words: EN_REPORTS, reading });
    expect(only(report, "headline")[0]?.others[1]?.value).toBe("2.4 days");
    expect(table(report, "By channel")?.rows[0]?.[0]).toBe("Suggestion box");
  });
});
