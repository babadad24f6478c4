import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/bridge/reports/report.ts";
import { reportCsv } from "../../../src/bridge/reports/report-csv.ts";
import { reportXlsx } from "../../../src/bridge/reports/workbook.ts";
import { READING, register, sampleReport } from "./sample-report.ts";
import { sheetXml } from "./sheet-xml.ts";

const HOSTILE: Table = {
  ...{ kind: "table", title: "Sebab [lain]: 1/2", whenEmpty: "Tidak ada." },
  columns: [
    { title: "Petugas", kind: "text", share: 1 },
    { title: "Jumlah", kind: "count", share: 1 },
  ],
  rows: [
    ["=cmd()", 1],
    ["+62 812", 2],
    ["@SUM(A1)", 3],
  ],
};

describe("a report as a workbook", () => {
  it("has a sheet for each table, with numbers as numbers and days on the library's clock", async () => {
    const bytes = Buffer.from(await reportXlsx(sampleReport(register(3)), READING));
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...["Menurut jenis layanan", "Buku Register Kartu", "Ringkasan"],
    ]);
    const [kinds, book] = sheets.map(({ data }) => data);
    expect(kinds?.[0]?.[0]).toBe("Perpustakaan Umum Kabupaten Tirtamaya");
    expect(kinds?.[4]?.slice(0, 5)).toEqual(["Kartu baru", 110, 98, 12, 89.09]);
    expect(kinds?.at(-1)?.slice(0, 2)).toEqual(["Semua kasus", 178]);
    const [number, at, kind, took] = book?.[4] ?? [];
    expect([number, kind]).toEqual([1, "Kartu baru 1"]);
    // 02:00 in UTC is 09:00 in Jakarta.
    expect(at).toEqual(new Date("2026-10-01T09:00:00Z"));
    // The reader takes a duration for a time of the day on which Excel's days begin.
    expect((took as unknown as Date).getTime() - Date.UTC(1899, 11, 30)).toBe(600_000);
  });

  it("has no cell that is a formula, whatever an operator is called", async () => {
    const xlsx = await reportXlsx(sampleReport(HOSTILE), READING);
    expect(sheetXml(xlsx)).toContain("<sheetData>");
    expect(sheetXml(xlsx)).not.toContain("<f");
    const sheets = await readXlsxFile(Buffer.from(xlsx));
    expect(sheets.at(-2)?.sheet).toBe("Sebab  lain   1 2");
    expect(
      sheets
        .at(-2)
        ?.data.slice(4)
        .map(([name]) => name),
    ).toEqual(["=cmd()", "+62 812", "@SUM(A1)"]);
  });

  it("says so where a table has no rows", async () => {
    const sheets = await readXlsxFile(Buffer.from(await reportXlsx(sampleReport(register(0)), READING)));
    expect(sheets.at(-2)?.data.at(-1)?.[0]).toBe("Tidak ada kasus.");
  });

  it("has on its last sheet what stands beside the tables, and is never empty: a month without a case has only that", async () => {
    const blocks = sampleReport().blocks.filter(({ kind }) => kind === "headline" || kind === "note");
    const sheets = await readXlsxFile(Buffer.from(await reportXlsx({ ...sampleReport(), blocks }, READING)));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Ringkasan"]);
    expect(sheets[0]?.data[0]?.[0]).toBe("Perpustakaan Umum Kabupaten Tirtamaya");
    expect(sheets[0]?.data.slice(4, 6)).toEqual([
      ["tepat waktu: 161 dari 178 kasus yang dinilai", "90,4 %"],
      ["median (menit:detik)", "21:48"],
    ]);
    const csv = new TextDecoder().decode(reportCsv({ ...sampleReport(), blocks }, READING));
    expect(csv).toContain('"tepat waktu: 161 dari 178 kasus yang dinilai";"90,4 %"');
  });

  it("gives two tables of one name two sheets", async () => {
    const xlsx = await reportXlsx(sampleReport(register(1), register(1)), READING);
    const names = (await readXlsxFile(Buffer.from(xlsx))).map(({ sheet }) => sheet);
    expect(names.slice(0, 3)).toEqual([
      ...["Menurut jenis layanan", "Buku Register Kartu", "Buku Register Kartu (2)"],
    ]);
  });
});

describe("a report as CSV", () => {
  const csvOf = (...tables: Table[]): string =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      reportCsv({ ...sampleReport(), blocks: tables }, READING),
    );

  it("is text that runs nowhere, with times as they are read", () => {
    expect(csvOf(register(1))).toBe(
      '\u{feff}"No.";"Masuk";"Keperluan";"Lama";"Diterima oleh"\r\n"1";"1 Okt 2026, 09.00";"Kartu baru 1";"10:00";""\r\n',
    );
    expect(csvOf(HOSTILE)).toContain('"\'=cmd()";"1"');
  });

  it("has every table below the last, each under its name", () => {
    const lines = csvOf(register(1), HOSTILE).split("\r\n");
    expect(lines[0]).toBe('\u{feff}"Buku Register Kartu"');
    expect(lines.slice(3, 5)).toEqual(["", '"Sebab [lain]: 1/2"']);
  });
});
