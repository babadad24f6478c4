import { describe, expect, it } from "vitest";
import { EN_REPORTS } from "../../../src/bridge/messages/en-reports.ts";
import { ID_REPORTS } from "../../../src/bridge/messages/id-reports.ts";
import type { SurveyView } from "../../../src/bridge/protocol/survey-shapes.ts";
import type { ReportFrame } from "../../../src/bridge/reports/pack/report-frame.ts";
import { surveyReport } from "../../../src/bridge/reports/pack/survey-report.ts";
import type { Report, Table } from "../../../src/bridge/reports/report.ts";
import { SURVEY_ELEMENTS } from "../../../src/sla/survey/questionnaire.ts";
import { READING } from "./sample-report.ts";
import { summary } from "./some-view.ts";

const FRAME: ReportFrame = {
  institution: { name: "Perpustakaan Tirtamaya", address: "" },
  ...{ desk: "Loket 1", words: ID_REPORTS, reading: READING, now: new Date("2026-11-02T01:05:00Z") },
};

function someSurvey(more: Partial<SurveyView> = {}): SurveyView {
  return {
    ...{ from: "2026-10-01", to: "2026-10-31", n: 15, fewest: 5, waiting: 2, index: 79.444, grade: "B" },
    elements: SURVEY_ELEMENTS.map((element, at) => ({
      ...{ element, mean: element === "time" ? 2.2 : 3.25, index: element === "time" ? 55 : 81.25 },
      ...{ grade: element === "time" ? "D" : "B", scores: [0, 1 + at, 2, 3] },
    })),
    bands: [
      { band: "sex", counts: [9, 4] },
      { band: "age", counts: [0, 7, 0, 0, 0, 0] },
    ],
    months: [{ month: "2026-10", n: 15, index: 79.444, grade: "B" }],
    services: [],
    measured: { summary: summary(), promises: ["24 Menit"] },
    kiosk: { state: "off", address: null },
    ...more,
  };
}

const table = (report: Report, title: string): Table | undefined =>
  report.blocks.find((block): block is Table => block.kind === "table" && block.title === title);

describe("the survey's report", () => {
  it("says the index with its grade, and each element with its weighted mean", () => {
    const report = surveyReport(someSurvey(), FRAME);
    expect(report).toMatchObject({ name: "skm-2026-10-01-2026-10-31", subtitle: "Oktober 2026" });
    expect(report.blocks[0]).toMatchObject({
      main: { value: "79,44", says: "nilai IKM dari 15 jawaban" },
      others: [{ value: "B" }, { value: "2,20" }, { value: "90,0 %", says: "tepat waktu, dari 10 kasus" }],
    });
    const rows = table(report, "Nilai per unsur")?.rows;
    expect(rows).toHaveLength(9);
    expect(rows?.[2]).toEqual(["U3", "Waktu penyelesaian", 0, 3, 2, 3, 2.2, 2.2 / 9, 55, "D"]);
    // The weighted means come to the index over 25: without a headline the workbook says it here.
    expect(table(report, "Nilai per unsur")?.total?.slice(-4)).toEqual([null, 79.444 / 25, 79.444, "B"]);
  });

  it("sets what people think of the time beside the measured time and the promise", () => {
    expect(table(surveyReport(someSurvey(), FRAME), "Waktu: pendapat dan ukuran")?.rows).toEqual([
      ["Pendapat pengunjung (U3)", 15, "2,20 dari 4 (nilai 55,00, mutu D)"],
      ["Terukur: tepat waktu", 10, "90,0 %"],
      ["Terukur: median waktu layanan", 10, expect.stringMatching(/^\d+:\d\d$/)],
      ["Janji standar", null, "24 Menit"],
    ]);
  });

  it("gives no index of nothing, and says that there is none", () => {
    const none = someSurvey({ n: 0, index: null, grade: null, elements: [], months: [], bands: [] });
    const report = surveyReport(none, FRAME);
    expect(report.blocks[0]).toMatchObject({
      main: { value: "0", says: "tidak ada jawaban yang dihitung pada periode ini" },
      others: [{ value: "–" }, { value: "–" }, { value: "90,0 %" }],
    });
    expect(table(report, "Nilai per unsur")).toMatchObject({ rows: [], whenEmpty: "Tidak ada jawaban." });
    expect(table(report, "Responden")).toBeUndefined();
  });

  it("tells who answered only as people said it, and how it was counted", () => {
    const report = surveyReport(someSurvey(), FRAME);
    expect(table(report, "Responden")?.rows).toEqual([
      ["Jenis kelamin", "Perempuan 9 · Laki-laki 4 · Tidak diisi 2"],
      ["Umur", "17–25 7 · Tidak diisi 8"],
    ]);
    const note = report.blocks.find(({ kind }) => kind === "note");
    expect(note).toMatchObject({ text: expect.stringContaining("2 jawaban masih menunggu") });
    expect(note).toMatchObject({ text: expect.stringContaining("Cocokkan tabel mutu ini") });
    expect(report.blocks.at(-1)?.kind).toBe("signatures");
  });

  it("compares months and services once there are two", () => {
    const months = [
      { month: "2026-09", n: 5, index: 100, grade: "A" as const },
      { month: "2026-10", n: 10, index: 70.5, grade: "C" as const },
    ];
    const report = surveyReport(someSurvey({ months }), {
      ...FRAME,
      words: EN_REPORTS,
      reading: { ...READING, language: "en" },
    });
    expect(table(report, "By month")?.rows).toEqual([
      ["September 2026", 5, 100, "A"],
      ["October 2026", 10, 70.5, "C"],
    ]);
    expect(table(report, "By service")).toBeUndefined();
  });
});
