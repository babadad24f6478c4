import { PDFDocument } from "@napi-rs/canvas";
import writeXlsxFile from "write-excel-file/node";
import { ID_REPORTS } from "../../src/bridge/messages/id-reports.ts";
import { type RegisterEntry, registerReport } from "../../src/bridge/reports/pack/register.ts";
import { reportPdf } from "../../src/bridge/reports/paper/report-pdf.ts";
import type { Reading, Report, Table } from "../../src/bridge/reports/report.ts";
import { reportXlsx } from "../../src/bridge/reports/workbook.ts";
import { Written } from "../../src/bridge/reports/written.ts";
import { fontOf, ourFonts } from "../../src/cards/rendering/fonts.ts";
import type { LocalDate } from "../../src/kernel/types.ts";
import { type Measurement, msOf } from "../measurement.ts";

const CASES = 5_000;
const ROWS_A_PAGE = 30;
const A4 = { width: 595.28, height: 841.89 } as const;
const READING: Reading = {
  ...{ language: "id", timeZone: "Asia/Jakarta", pageOf: ID_REPORTS.pageOf },
};

/** A register of five thousand invented cases, which is the longest report there is. */
function register(): Report {
  const entries = Array.from({ length: CASES }, (_, index): RegisterEntry => {
    const openedAt = new Date(Date.UTC(2026, 9, 1, 1, index));
    return {
      ...{ openedAt, readyAt: openedAt, takenAt: openedAt, phoneConfirmed: true },
      ...{ memberNo: String(26_110_000_000 + index), fullName: `Anggota Rekaan ${index}` },
      ...{ kind: "new", channel: "in-person", queueMs: undefined, corrections: [] },
    };
  });
  return registerReport(
    { day: "2026-10-01" as LocalDate, entries, notServed: 0 },
    {
      ...{ institution: { name: "Perpustakaan Tirtamaya", address: "" }, desk: "Loket 1" },
      ...{ words: ID_REPORTS, reading: READING, now: new Date("2026-11-02T01:05:00Z") },
    },
  );
}

const tableOf = ({ blocks }: Report): Table => {
  const table = blocks.find((block) => block.kind === "table");
  if (!table) throw new Error("the register has no table");
  return table;
};

/** Laid out, wrapped and paged, against the same words drawn at fixed places. */
export async function pdfOfCases(): Promise<Measurement> {
  const report = register();
  ourFonts();
  const ours = await msOf(() =>
    reportPdf(report, { paper: "A4", reading: READING, signal: AbortSignal.timeout(120_000) }),
  );
  const words = wordsOf(report);
  const floor = await msOf(async () => void drawn(words));
  return { ours, floor, unit: "ms" };
}

/** With its head, kinds of cells and widths, against the same rows handed to the writer as text. */
export async function xlsxOfCases(): Promise<Measurement> {
  const report = register();
  const words = wordsOf(report);
  const ours = await msOf(() => reportXlsx(report, READING));
  const floor = await msOf(() =>
    writeXlsxFile(words.map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
  );
  return { ours, floor, unit: "ms" };
}

function wordsOf(report: Report): readonly (readonly string[])[] {
  const written = new Written(READING);
  const { columns, rows } = tableOf(report);
  return rows.map((row) => columns.map(({ kind }, index) => written.cell(kind, row[index] ?? null)));
}

function drawn(rows: readonly (readonly string[])[]): Buffer {
  const document = new PDFDocument();
  for (let from = 0; from < rows.length; from += ROWS_A_PAGE) {
    const context = document.beginPage(A4.width, A4.height);
    context.font = fontOf(400, 9);
    for (const [line, row] of rows.slice(from, from + ROWS_A_PAGE).entries())
      for (const [column, text] of row.entries()) context.fillText(text, 40 + column * 50, 60 + line * 25);
    document.endPage();
  }
  return document.close();
}
