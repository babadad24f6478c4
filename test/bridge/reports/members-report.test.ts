import { describe, expect, it } from "vitest";
import { MemberStatistics } from "../../../src/bridge/flows/member-statistics.ts";
import { ID_REPORTS } from "../../../src/bridge/messages/id-reports.ts";
import { membersReport } from "../../../src/bridge/reports/pack/members-report.ts";
import type { Period, ReportFrame } from "../../../src/bridge/reports/pack/report-frame.ts";
import type { Report, Table } from "../../../src/bridge/reports/report.ts";
import type { CountedPeriod, MemberCounts } from "../../../src/inlislite/member-counts.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import type { LocalDate } from "../../../src/kernel/types.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { READING } from "./sample-report.ts";
import { someView } from "./some-view.ts";

const FRAME: ReportFrame = {
  institution: { name: "Perpustakaan Tirtamaya", address: "" },
  ...{ desk: "Loket 1", words: ID_REPORTS, reading: READING, now: new Date("2026-12-02T01:05:00Z") },
};
const PERIOD: Period = { from: "2026-10-01" as LocalDate, to: "2026-11-30" as LocalDate };
const ageOn = PERIOD.to;
const COUNTS: MemberCounts = {
  sex: [
    { month: "2026-10", value: "male", n: 3 },
    { month: "2026-11", value: "female", n: 4 },
    { month: "before", value: "female", n: 100 },
    { month: "undated", value: undefined, n: 2 },
  ],
  age: undefined,
  type: [
    { month: "2026-10", value: "Umum", n: 3 },
    { month: "2026-11", value: "Pelajar", n: 4 },
    { month: "before", value: "Umum", n: 100 },
    { month: "undated", value: "Umum", n: 2 },
  ],
};

const table = (report: Report, title: string): Table | undefined =>
  report.blocks.find((block): block is Table => block.kind === "table" && block.title === title);

describe("the report on members", () => {
  it("has a column for each month, the new ones and all, and adds up", () => {
    const report = membersReport({ counts: COUNTS, ageOn, served: someView() }, PERIOD, FRAME);
    expect(report).toMatchObject({ name: "anggota-2026-10-01-2026-11-30" });
    expect(report.blocks[0]).toMatchObject({
      main: { value: "7", says: "anggota mendaftar pada periode ini" },
      others: [{ value: "109" }, { value: "10" }],
    });
    const sexes = table(report, "Anggota menurut jenis kelamin");
    expect(sexes?.columns.map(({ title }) => title)).toEqual([
      "Jenis kelamin",
      "Okt",
      "Nov",
      "Baru",
      "Semua",
    ]);
    expect(sexes?.rows).toEqual([
      ["Laki-laki", 3, 0, 3, 3],
      ["Perempuan", 0, 4, 4, 104],
      ["Tidak diisi", 0, 0, 0, 2],
    ]);
    expect(sexes?.total).toEqual(["Semua", 3, 4, 7, 109]);
    expect(table(report, "Anggota menurut jenis anggota")?.rows.map(([name]) => name)).toEqual([
      "Pelajar",
      "Umum",
    ]);
  });

  it("leaves out what may not be read, and says what to do; members without a date are named", () => {
    const report = membersReport({ counts: COUNTS, ageOn, served: someView() }, PERIOD, FRAME);
    // As a row: a workbook and a CSV have no notes.
    expect(table(report, "Anggota menurut umur")?.rows).toEqual([
      [expect.stringContaining("titian inlislite grants --statistics")],
    ]);
    const note = report.blocks.find(({ kind }) => kind === "note");
    expect(note).toMatchObject({ text: expect.stringContaining("2 anggota tidak mempunyai tanggal daftar") });
    expect(note).toMatchObject({ text: expect.stringContaining("30 November 2026") });
  });

  it("says that INLISLite was away, and never a zero in its place", () => {
    const report = membersReport({ counts: undefined, ageOn, served: someView() }, PERIOD, FRAME);
    expect(report.blocks[0]).toMatchObject({
      main: { value: "–", says: "jumlah anggota tidak terbaca" },
      others: [{ value: "–" }, { value: "10" }],
    });
    expect(table(report, "Rekap Anggota")?.rows).toEqual([
      [expect.stringContaining("INLISLite tidak terjangkau")],
    ]);
    expect(report.blocks.filter(({ kind }) => kind === "table")).toHaveLength(2);
  });
});

describe("what the report is made of", () => {
  const never = new AbortController().signal;
  const statistics = (count: (period: CountedPeriod) => Promise<MemberCounts>) =>
    new MemberStatistics({
      ...{ counts: { count }, timeZone: "Asia/Jakarta" },
      clock: new ManualClock(new Date("2026-11-10T01:00:00Z")),
    });

  it("takes ages on the period's last day, or today while it lasts", async () => {
    const days: string[] = [];
    const counting = statistics(async (period) => {
      days.push(period.ageOn);
      return COUNTS;
    });
    await counting.of(PERIOD, false, never);
    await counting.of({ ...PERIOD, to: "2026-10-31" as LocalDate }, false, never);
    expect(days).toEqual(["2026-11-10", "2026-10-31"]);
  });

  it("is without counts while INLISLite is away, unless they have to be there; a fault is never hidden", async () => {
    const away = statistics(() => Promise.reject(new TitianError("INLISLITE_UNREACHABLE")));
    expect((await away.of(PERIOD, false, never)).counts).toBeUndefined();
    await expect(away.of(PERIOD, true, never)).rejects.toMatchObject({ code: "INLISLITE_UNREACHABLE" });
    const broken = statistics(() => Promise.reject(new TitianError("INTERNAL")));
    await expect(broken.of(PERIOD, false, never)).rejects.toMatchObject({ code: "INTERNAL" });
  });
});
