import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { EVERYTHING, PunctualityQuery } from "../../../src/bridge/flows/sla/punctuality-query.ts";
import { punctualityReport } from "../../../src/bridge/reports/pack/punctuality-report.ts";
import { lastOfMonth } from "../../../src/bridge/reports/pack/report-frame.ts";
import { yearReport } from "../../../src/bridge/reports/pack/year-report.ts";
import type { Report } from "../../../src/bridge/reports/report.ts";
import { reportCsv } from "../../../src/bridge/reports/report-csv.ts";
import { reportXlsx } from "../../../src/bridge/reports/workbook.ts";
import { durationText } from "../../../src/bridge/reports/written.ts";
import type { LocalDate } from "../../../src/kernel/types.ts";
import { stopwatch } from "../../../web/console/format/time.ts";
import { ToldDesk } from "../flows/sla/told-desk.ts";
import { READING } from "./sample-report.ts";
import { FRAME, only, table } from "./some-frame.ts";

const never = new AbortController().signal;
const span = (from: string, to: string) => ({ from: from as LocalDate, to: to as LocalDate });

/** Five of Lebak's services that end between two seconds, and a sixth a hair too late. */
async function sixCases() {
  const desk = await ToldDesk.open();
  for (const last of [60.1, 61.4, 62.5, 63.6, 64.999])
    await desk.lebak([60, 300, 300, 300, 300, 120, last], { channel: "in-person" });
  await desk.lebak([60, 300, 300, 300, 300, 120, 60.4], { channel: "in-person" });
  const query = new PunctualityQuery({
    ...{ punctuality: desk.punctuality, timings: desk.timings, store: desk.store, clock: desk.clock },
    ...{ judgingFor: desk.judgingFor, judging: () => ({ figure: "gross" as const }) },
  });
  return { desk, query };
}

describe("one time in every place that shows it", () => {
  it("is the same second on the page, in the month's paper, workbook, CSV and JSON, and in the year's", async () => {
    const { desk, query } = await sixCases();
    const month = await query.view({ ...span("2026-02-01", "2026-02-28"), ...EVERYTHING }, never);
    const { medianMs, p90Ms, maxMs } = month.summary;
    // By hand: 1380 s and the last step; of six the middle two are 61.4 and 62.5, the longest is 64.999.
    expect([medianMs, p90Ms, maxMs]).toEqual([1_441_950, 1_444_999, 1_444_999]);
    const shown = [medianMs, p90Ms, maxMs].map((ms) => stopwatch(ms ?? 0));
    expect(shown).toEqual(["24:01", "24:04", "24:04"]);

    const sheet = punctualityReport(month, [], FRAME);
    expect(only(sheet, "headline")[0]?.others.map(({ value }) => value)).toEqual(shown);
    const csv = new TextDecoder().decode(reportCsv(sheet, READING));
    expect(csv).toContain(`"median (menit:detik)";"${shown[0]}"`);
    expect(await longestInWorkbook(sheet)).toBe(shown[2]);
    const json = JSON.parse(JSON.stringify(sheet)) as Report;
    const handover = table(json, "Langkah dan mutu baku")?.rows.at(-1);
    expect(durationText(Number(handover?.[5]))).toBe(stopwatch(184_999));

    const months = [];
    for (const from of ["2026-01-01", "2026-02-01", "2026-03-01"])
      months.push(await query.ofAll({ from: from as LocalDate, to: lastOfMonth(from as LocalDate) }, never));
    const whole = await query.ofAll(span("2026-01-01", "2026-12-31"), never);
    expect(whole.summary).toEqual(month.summary);
    const perMonth = table(yearReport(whole, months, FRAME), FRAME.words.year.perMonth);
    expect(perMonth?.rows).toHaveLength(1);
    expect(perMonth?.total?.slice(1)).toEqual(perMonth?.rows[0]?.slice(1));
    expect(perMonth?.rows[0]?.slice(-3).map((ms) => durationText(Number(ms)))).toEqual(shown);
    expect(desk.today).toBe("2026-02-05");
  });

  it("says with the figures by which promise they were judged", async () => {
    const { query } = await sixCases();
    const month = await query.ofAll(span("2026-02-01", "2026-02-28"), never);
    expect([month.ends, month.dueRules]).toEqual([["taken"], []]);
    expect((await query.ofAll(span("2026-03-01", "2026-03-31"), never)).ends).toEqual([]);
  });
});

/** As whoever opens the workbook reads it: of the last step the longest time. */
async function longestInWorkbook(report: Report): Promise<string> {
  const sheets = await readXlsxFile(Buffer.from(await reportXlsx(report, READING)));
  const summary = sheets.find(({ sheet }) => sheet === "Ringkasan")?.data ?? [];
  return String(summary.find(([says]) => says === "kasus terlama")?.[1]);
}
