import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Params } from "../../src/bridge/protocol/commands.ts";
import type { Report, Table } from "../../src/bridge/reports/report.ts";
import { sheetXml } from "../bridge/reports/sheet-xml.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";
import { EMPTY_MONTH, YEAR } from "../library-year/library.ts";
import { tellYear } from "../library-year/tell-year.ts";
import { DeskClock } from "./desk-clock.ts";

const MONTHS = Array.from({ length: 12 }, (_, month) => `${YEAR}-${String(month + 1).padStart(2, "0")}`);
const lastDay = (month: string): string =>
  new Date(Date.UTC(YEAR, Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** A small library's year, told act by act into the real store, and its reports over the real socket. */
describe("the reports of a whole library-year", { timeout: 60_000 }, () => {
  let folder: string;
  let desk: TestBridge;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-year-"));
    await tellYear(folder, { casesPerDay: 1.6 });
    const clock = new DeskClock({ start: new Date(`${YEAR + 1}-01-04T02:00:00Z`), standsStill: true });
    desk = await startBridge({ folder, clock });
  }, 60_000);
  afterAll(async () => {
    await desk?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const made = async (order: Pick<Params<"report.make">, "report" | "format" | "from" | "to">) => {
    const { file } = await desk.client.call("report.make", { ...order, paper: "A4", language: "id" });
    return Buffer.from(await desk.client.frame(file));
  };
  const monthly = (month: string, format: "pdf" | "json" | "xlsx") =>
    made({ report: "punctuality", format, from: `${month}-01`, to: lastDay(month) });
  const year = (format: "pdf" | "json") =>
    made({ report: "year", format, from: `${YEAR}-01-01`, to: `${YEAR}-12-31` });
  const pagesOf = (pdf: Buffer): readonly string[] => {
    const file = path.join(folder, "sheet.pdf");
    writeFileSync(file, pdf);
    return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  };
  const tableOf = ({ blocks }: Report, title: string): Table | undefined =>
    blocks.filter((block) => block.kind === "table").find((table) => table.title === title);

  it("add up, month by month and over the year, to what the store itself counts", async () => {
    const sql = new DatabaseSync(path.join(folder, "titian.sqlite"), { readOnly: true });
    const found = sql
      .prepare(
        `SELECT substr(day, 1, 7) AS month, count(*) FILTER (WHERE is_decided) AS n,
           count(*) FILTER (WHERE is_decided AND NOT is_abandoned AND overall = 'met') AS met,
           count(*) FILTER (WHERE is_decided AND NOT is_abandoned AND overall = 'late') AS late
         FROM case_results WHERE day LIKE '${YEAR}-%' GROUP BY month ORDER BY month`,
      )
      .all();
    sql.close();
    const counted = MONTHS.map((name) => {
      const { n, met, late } = found.find(({ month }) => month === name) ?? { n: 0, met: 0, late: 0 };
      return [n, met, late];
    });
    expect(counted).toContainEqual([0, 0, 0]);
    const byMonth = tableOf(JSON.parse((await year("json")).toString("utf8")), "Menurut bulan");
    expect(byMonth?.rows.map((row) => row.slice(1, 4))).toEqual(counted);
    const sums = [0, 1, 2].map((at) => counted.reduce((sum, row) => sum + Number(row[at]), 0));
    expect(byMonth?.total?.slice(1, 4)).toEqual(sums);
    expect(sums[0]).toBeGreaterThan(300);
  });

  it("say of the month in which nobody came that there were no cases, and draw nothing", async () => {
    const words = pagesOf(await monthly(EMPTY_MONTH, "pdf")).join("\n");
    expect(words).toContain("tidak ada kasus");
    expect(words).not.toContain("%");
    expect(words).not.toContain("Kasus per hari layanan");
  });

  it("count their pages, begin each with a head, and let nobody sign an empty one", async () => {
    for (const sheet of [
      await monthly(MONTHS[1] ?? "", "pdf"),
      await monthly(MONTHS[10] ?? "", "pdf"),
      await year("pdf"),
    ]) {
      const pages = pagesOf(sheet);
      expect(pages.length).toBeGreaterThan(1);
      for (const [index, page] of pages.entries())
        expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`);
      const signed = pages.filter((page) => page.includes("Mengetahui"));
      expect(signed).toHaveLength(1);
      expect(signed[0]).toContain("Cara menghitung");
    }
  });

  it("name every standard with its version and promise, and each one's steps beside mutu baku", async () => {
    const words = pagesOf(await monthly(MONTHS[4] ?? "", "pdf"))
      .join("\n")
      .replaceAll(/\s+/g, " ");
    // From April on Sidoarjo's total is answered, and judged by one reading.
    expect(words).toContain("Langkah dan mutu baku: Layanan Pembuatan KTA dan KTA Online");
    expect(words).not.toContain("Janji menurut dua bacaan");
    const first = pagesOf(await monthly(MONTHS[0] ?? "", "pdf")).join("\n");
    expect(first).toContain("Janji menurut dua bacaan");
    expect(first).toContain("Jumlah waktu langkah melebihi waktu yang dijanjikan.");
  });

  it("are workbooks in which no name is a formula, whoever came", async () => {
    // Whoever came to the library night is called so.
    const day = `${YEAR}-10-02`;
    const book = await made({ report: "register", format: "xlsx", from: day, to: day });
    expect(sheetXml(book)).not.toContain("<f");
    const [{ data } = { data: [] }] = await readXlsxFile(book);
    expect(data.flat()).toContain("=cmd()");
  });
});
