import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportPdf } from "../../../src/bridge/reports/paper/report-pdf.ts";
import type { ReportPaper } from "../../../src/bridge/reports/report.ts";
import { READING, register, sampleReport } from "./sample-report.ts";

describe("a report on paper", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-report-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const print = async (report = sampleReport(), paper: ReportPaper = "A4") => {
    const file = path.join(folder, `${crypto.randomUUID()}.pdf`);
    const signal = AbortSignal.timeout(60_000);
    writeFileSync(file, await reportPdf(report, { paper, reading: READING, signal }));
    const run = (program: string, ...args: string[]): string =>
      execFileSync(program, args, { encoding: "utf8" });
    return {
      info: run("pdfinfo", file),
      fonts: run("pdffonts", file),
      /** The words of each page, in the order in which they are read. */
      pages: run("pdftotext", "-layout", file, "-").split("\f").slice(0, -1),
    };
  };

  it.each([
    ["A4", "595.276 x 841.89"],
    ["F4", "609.449 x 935.433"],
  ] as const)("is %s upright, with our own faces embedded", async (paper, points) => {
    const { info, fonts } = await print(sampleReport(), paper);
    expect(info).toContain(`Page size:`);
    const [wide = 0, high = 0] = (/Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? []).slice(1).map(Number);
    const [width = 0, height = 0] = points.split(" x ").map(Number);
    expect([Math.abs(wide - width), Math.abs(high - height)].every((off) => off < 0.6)).toBe(true);
    const faces = fonts.trim().split("\n").slice(2);
    expect(faces).toHaveLength(2);
    for (const face of faces) expect(face).toMatch(/SourceSans3.*yes\s+yes\s+yes/);
  });

  it("writes numbers, times and shares as Indonesia does", async () => {
    const words = (await print()).pages.join("\n");
    for (const text of ["90,4 %", "89,1 %", "21:45", "tepat waktu: 161 dari 178 kasus"])
      expect(words).toContain(text);
  });

  it("has nothing but the words of a register that is empty", async () => {
    const words = (await print(sampleReport(register(0)))).pages.join("\n");
    expect(words).toContain("Tidak ada kasus.");
  });

  it("repeats the head of a table on each page, and loses and doubles no row", async () => {
    const { pages } = await print(sampleReport(register(200)));
    const withRows = pages.filter((page) => /Kartu baru \d+/.test(page));
    expect(withRows.length).toBeGreaterThan(4);
    for (const page of withRows) expect(page).toMatch(/No\.\s+Masuk\s+Keperluan\s+Lama\s+Diterima oleh/);
    const rows = [...pages.join("\n").matchAll(/Kartu baru (\d+)/g)].map(([, number]) => Number(number));
    expect(rows).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it.each([20, 21, 22, 23, 24, 25, 26])("sums up on the page of the last row (%i rows)", async (rows) => {
    const { pages } = await print(
      sampleReport({ ...register(rows), total: [null, null, "Semuanya", null, null] }),
    );
    const summed = pages.filter((page) => page.includes("Semuanya"));
    expect(summed).toHaveLength(1);
    expect(summed[0]).toContain(`Kartu baru ${rows}`);
  });

  it("counts its pages, and says on each where the figures are from", async () => {
    const { pages } = await print(sampleReport(register(60)));
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`);
      expect(page).toContain("Dibuat dari catatan kejadian Loket 1");
    }
  });

  it.each(Array.from({ length: 12 }, (_, rows) => rows * 2))(
    "has nobody sign a page with nothing else on it (%i rows before)",
    async (rows) => {
      const { pages } = await print(sampleReport(register(rows)));
      const signed = pages.filter((page) => page.includes("Mengetahui"));
      expect(signed).toHaveLength(1);
      expect(signed[0]).toContain("Cara menghitung");
    },
  );

  it("cuts no word, however long a name is", async () => {
    const long = `Perpustakaan ${"Nusantara".repeat(20)} Kabupaten Tirtamaya`;
    const report = sampleReport();
    const named = { ...report, institution: { ...report.institution, name: long } };
    const words = (await print(named)).pages[0]?.replaceAll(/\s/g, "") ?? "";
    expect(words).toContain(long.replaceAll(" ", ""));
  });

  it("stops between two pages when nobody waits for it any more", async () => {
    const signal = AbortSignal.abort();
    await expect(reportPdf(sampleReport(), { paper: "A4", reading: READING, signal })).rejects.toThrow();
  });
});
