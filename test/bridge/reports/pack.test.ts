import { describe, expect, it } from "vitest";
import { lastMonth } from "../../../src/bridge/flows/sla/report-pack.ts";
import { EN_REPORTS } from "../../../src/bridge/messages/en-reports.ts";
import { ID_REPORTS } from "../../../src/bridge/messages/id-reports.ts";
import { materialsReport, movementsOf } from "../../../src/bridge/reports/pack/materials.ts";
import { punctualityReport } from "../../../src/bridge/reports/pack/punctuality-report.ts";
import { type Period, periodText } from "../../../src/bridge/reports/pack/report-frame.ts";
import { withStepsOf } from "../../../src/bridge/reports/pack/step-blocks.ts";
import { yearReport } from "../../../src/bridge/reports/pack/year-report.ts";
import type { LocalDate } from "../../../src/kernel/types.ts";
import { PRESETS } from "../../../src/sla/presets.ts";
import type { StockSum } from "../../../src/store/stock-store.ts";
import { READING } from "./sample-report.ts";
import { FRAME, only, table } from "./some-frame.ts";
import { someView, summary } from "./some-view.ts";

const month: Period = { from: "2026-10-01" as LocalDate, to: "2026-10-31" as LocalDate };

describe("the monthly sheet", () => {
  it("says until when the promise runs, as its standard has it, and how a working day is read", () => {
    const note = (change: Parameters<typeof someView>[0]): string =>
      only(punctualityReport(someView(change), [], FRAME), "note")[0]?.text ?? "";
    expect(note({})).toContain("Janji berakhir saat kartu diserahkan");
    expect(note({})).not.toContain("kartu siap");
    const days = note({ ends: ["ready"], dueRules: ["close-of-next-working-day"] });
    expect(days).toContain("Janji berakhir saat kartu siap; ");
    expect(days).toContain("Satu hari kerja: sampai tutup hari kerja berikutnya");
    expect(note({ ends: ["steps"] })).toContain("langkah-langkah yang disebut perpustakaan");
  });

  it("says whose time it was", () => {
    const perCase = { measuredMs: 1_220_000, libraryMs: 580_999, applicantMs: 308_000, pausedMs: 0 };
    const sheet = punctualityReport(someView({ perCase }), [], FRAME);
    expect(table(sheet, "Rata-rata per kasus")?.rows).toEqual([[1_220_000, 580_999, 308_000, 0]]);
  });

  it("says the month, the standard with its version, and what it promised", () => {
    expect(punctualityReport(someView(), [], FRAME).subtitle).toBe(
      "Oktober 2026 · Layanan Kartu Anggota, versi 2: 24 Menit",
    );
  });

  it("gives the share of at least five, and below that the times and no percentage", () => {
    const [many] = only(punctualityReport(someView(), [], FRAME), "headline");
    expect(many?.main).toEqual({ value: "90,0 %", says: "tepat waktu: 9 dari 10 kasus yang dinilai" });
    const few = summary({ n: 3, judged: 3, onTime: 3, onTimePercent: null, list: [60_000, 61_000, 90_000] });
    const sheet = punctualityReport(someView({ summary: few }), [], FRAME);
    expect(only(sheet, "headline")[0]?.main.value).toBe("3");
    expect(JSON.stringify(only(sheet, "headline"))).not.toContain("%");
    expect(table(sheet, "Waktu setiap kasus")?.rows.map((row) => row[1])).toEqual([60_000, 61_000, 90_000]);
  });

  it("never says 100 % of nothing", () => {
    const none = summary({
      ...{ n: 0, judged: 0, onTime: 0, onTimePercent: null, list: [] },
      ...{ medianMs: null, p90Ms: null, maxMs: null },
    });
    const empty = someView({
      ...{
        opened: 0,
        open: 0,
        cancelled: 0,
        notServed: 0,
        summary: none,
        standards: [],
        kinds: [],
        channels: [],
        steps: [],
      },
      ...{ lateReasons: [], trend: { by: "day", points: [] } },
    });
    const [headline] = only(punctualityReport(empty, [], FRAME), "headline");
    expect(headline).toMatchObject({ main: { value: "0", says: "tidak ada kasus" } });
    expect(headline?.others.map(({ value }) => value)).toEqual(["–", "–", "–"]);
  });

  it("puts each step beside its target, verbatim where the standard names it", () => {
    const steps = table(punctualityReport(someView(), [], FRAME), "Langkah dan mutu baku");
    expect(steps?.rows.map((row) => row.slice(0, 2))).toEqual([
      ["Melakukan pemotretan", 300_000],
      ["Laminasi", null],
    ]);
  });

  it("sets the wait in the queue beside them, and says what became of the numbers", () => {
    const numbers = { taken: 42, served: 38, absent: 2, withdrawn: 1, forgotten: 1, inQueue: 0 };
    const times = { called: 38, medianMs: 240_000, p90Ms: 720_000, maxMs: 900_000 };
    const queue = { ...times, counts: "from-call", numbers } as const;
    const sheet = punctualityReport(someView({ queue }), [], FRAME);
    expect(table(sheet, ID_REPORTS.punctuality.queue.title)?.rows).toEqual([[38, 240_000, 720_000, 900_000]]);
    expect(only(sheet, "note")[0]?.text).toContain(
      "Waktu antre tidak dihitung: janji berjalan sejak dipanggil. Nomor antrean: 42 diambil, 38 dilayani, 2 tidak hadir, 1 dikembalikan, 1 ditutup sistem.",
    );
    const without = punctualityReport(someView(), [], FRAME);
    expect(table(without, ID_REPORTS.punctuality.queue.title)).toBeUndefined();
    expect(only(without, "note")[0]?.text).not.toContain("antrean");
  });

  it("shows both readings side by side while the standard contradicts itself", () => {
    const both = {
      published: { judged: 10, onTime: 2, onTimePercent: 20 },
      stepSum: { judged: 10, onTime: 9, onTimePercent: 90 },
    };
    const readings = table(punctualityReport(someView({ both }), [], FRAME), "Janji menurut dua bacaan");
    expect(readings?.rows).toEqual([
      ["Angka yang diumumkan", 10, 2, 8, 20],
      ["Jumlah langkah", 10, 9, 1, 90],
    ]);
  });

  it("prints what is wrong with the standard, answered or not", () => {
    const issues = [
      { code: "TOTAL_BELOW_STEP_SUM", text: "Rows 1-8 sum to 26 min.", answer: undefined },
      { code: "OF_ANOTHER_YEAR", text: "Kategori tidak lengkap.", answer: "Pegawai termasuk umum." },
    ];
    expect(table(punctualityReport(someView(), issues, FRAME), "Catatan atas standar")?.rows).toEqual([
      ["Jumlah waktu langkah melebihi waktu yang dijanjikan.", "Belum dijawab"],
      ["Kategori tidak lengkap.", "Pegawai termasuk umum."],
    ]);
  });

  it("says by which rules it was counted, and what was left out", () => {
    const view = someView({ summary: summary({ abandoned: 2, clockSuspect: 1 }), isCatchingUp: true });
    const [note] = only(punctualityReport(view, [], FRAME), "note");
    for (const said of [
      "jeda ikut dihitung",
      "1 kasus dibatalkan dan 2 pengukur waktu",
      "1 kasus belum selesai",
      "Jam komputer berubah selama 1 kasus",
      "Kalender: site@3",
      "masih dinilai",
    ])
      expect(note?.text).toContain(said);
  });

  it("has words of the language for every issue of the standards that come with Titian", () => {
    const codes = PRESETS.flatMap(({ issues }) => issues.map(({ code }) => code));
    expect(codes.filter((code) => !ID_REPORTS.doubts[code] || !EN_REPORTS.doubts[code])).toEqual([]);
  });

  it("says beside the share how many cases have no single result, and gives no share of a minority", () => {
    const open = summary({ n: 30, judged: 10, onTime: 9, unresolved: 20 });
    const kinds = [
      { kind: "new" as const, summary: open },
      { kind: "lost" as const, summary: summary() },
    ];
    const sheet = punctualityReport(someView({ summary: open, kinds }), [], FRAME);
    expect(only(sheet, "headline")[0]?.main.says).toContain("20 kasus lain belum punya satu hasil");
    const byKind = table(sheet, "Menurut jenis layanan");
    expect(byKind?.rows.map((row) => row[4])).toEqual([null, 90]);
  });

  it("has promise and version of each of several standards in their table, and the steps of each", () => {
    const [one] = someView().standards;
    const standards = ["A", "B", "C"].map((title) => ({ ...one!, title, standard: `id.${title}` }));
    const several = someView({ standards, steps: [] });
    const own = standards.map((standard) => someView({ standards: [standard] }));
    const sheet = withStepsOf(punctualityReport(several, [], FRAME), own, FRAME);
    expect(table(sheet, "Menurut standar")?.rows.map(([name]) => name)).toEqual(
      ["A", "B", "C"].map((title) => `${title}, versi 2: 24 Menit`),
    );
    expect(table(sheet, "Langkah dan mutu baku: B")?.rows).toHaveLength(2);
    expect(sheet.blocks.at(-1)?.kind).toBe("signatures");
  });

  it("draws no axis where there is nothing to draw", () => {
    const empty = someView({ trend: { by: "day", points: [] } });
    expect(only(punctualityReport(empty, [], FRAME), "bars")).toEqual([]);
  });

  it("gives reasons for being late as the desk has said them", () => {
    const [shares] = only(punctualityReport(someView(), [], FRAME), "shares");
    expect(shares?.rows).toEqual([
      { label: "Printer kartu berhenti", count: 1 },
      { label: "Belum ditulis", count: 2 },
    ]);
  });

  it("leaves the NIP and the names to the pen", () => {
    const [signatures] = only(punctualityReport(someView(), [], FRAME), "signatures");
    expect([signatures?.left.name, signatures?.right.name]).toEqual([null, null]);
    expect(signatures?.right.lines[0]).toContain("2 November 2026");
  });

  it("is made in English too", () => {
    const reading = { ...READING, language: "en" as const };
    const sheet = punctualityReport(someView(), [], { ...FRAME, words: EN_REPORTS, reading });
    expect(sheet.subtitle).toContain("October 2026");
    expect(only(sheet, "headline")[0]?.main.value).toBe("90.0 %");
  });
});

describe("the year's summary", () => {
  it("has a row for each month from the first with cases to the last, and the year below", () => {
    const opened = { "2026-01-01": 0, "2026-02-01": 12, "2026-03-01": 0, "2026-04-01": 9, "2026-05-01": 0 };
    const months = Object.entries(opened).map(([from, cases]) => someView({ from, opened: cases }));
    const year = yearReport(someView({ from: "2026-01-01", to: "2026-12-31" }), months, FRAME);
    expect(year.subtitle).toContain("2026");
    expect(year.name).toBe("tahunan-2026");
    const byMonth = table(year, "Menurut bulan");
    expect(byMonth?.rows.map(([name]) => name)).toEqual(["Februari", "Maret", "April"]);
    expect(byMonth?.total?.slice(0, 2)).toEqual(["Semua kasus", 10]);
  });
});

describe("the materials", () => {
  const sum = (kind: StockSum["kind"], count: number, isWithin = true): StockSum => ({
    ...{ item: "blank-card", kind, reason: kind === "spoil" ? "damaged" : "other", isWithin, count },
  });

  it("add up from the opening to the closing, with what was spoiled by reason", () => {
    const sums = [
      ...[sum("receive", 500, false), sum("consume", 120, false)],
      ...[sum("receive", 100), sum("consume", 80), sum("spoil", 3), sum("adjust", -2)],
    ];
    const report = materialsReport(movementsOf(sums), month, FRAME);
    expect(table(report, "Rekap Bahan")?.rows).toEqual([["Kartu kosong", 380, 100, 80, 3, -2, 395]]);
    expect(table(report, "Kartu rusak menurut sebab")?.rows).toEqual([["Kartu kosong", "Rusak", 3]]);
  });

  it("say so where nobody keeps a book", () => {
    const [book] = only(materialsReport([], month, FRAME), "table");
    expect(book).toMatchObject({ rows: [], whenEmpty: "Persediaan belum pernah dicatat." });
  });
});

describe("a period in words", () => {
  it.each([
    ["2026-10-01", "2026-10-31", "Oktober 2026"],
    ["2028-02-01", "2028-02-29", "Februari 2028"],
    ["2026-01-01", "2026-12-31", "2026"],
    ["2026-10-03", "2026-10-03", "3 Oktober 2026"],
    ["2026-10-03", "2026-11-02", "3 Okt 2026 – 2 Nov 2026"],
  ])("%s to %s is %s", (from, to, words) => {
    expect(periodText({ from, to } as Period, READING)).toBe(words);
  });

  it("last month is that of the library's own day", () => {
    // Still October in London, already November in Jayapura.
    const now = new Date("2026-10-31T16:00:00Z");
    expect(lastMonth(now, "Asia/Jayapura")).toEqual({ from: "2026-10-01", to: "2026-10-31" });
    expect(lastMonth(now, "Europe/London")).toEqual({ from: "2026-09-01", to: "2026-09-30" });
  });
});
