import type { PunctualityView } from "../../protocol/punctuality-shapes.ts";
import type { Report } from "../report.ts";
import { dayText } from "../written.ts";
import { figureTable } from "./figure-table.ts";
import { punctualityReport } from "./punctuality-report.ts";
import type { ReportFrame } from "./report-frame.ts";

/** The year's figures, and those of each month from the first with cases to the last: one without any has a row of its own. */
export function yearReport(
  year: PunctualityView,
  months: readonly PunctualityView[],
  frame: ReportFrame,
): Report {
  const { words, reading } = frame;
  const [first = "", ...heads] = words.year.head;
  const table = figureTable({
    ...{ title: words.year.perMonth, first, heads, whenEmpty: words.punctuality.empty },
    rows: served(months).map(({ from, summary }) => ({
      name: dayText(from, reading.language, { month: "long" }),
      summary,
    })),
    total: { name: words.punctuality.all, summary: year.summary },
  });
  const sheet = punctualityReport(year, [], frame);
  const at = sheet.blocks.findIndex(({ kind }) => kind === "bars") + 1;
  return {
    ...sheet,
    name: `tahunan-${year.from.slice(0, 4)}`,
    title: words.year.title,
    blocks: [...sheet.blocks.slice(0, at), table, ...sheet.blocks.slice(at)],
  };
}

function served(months: readonly PunctualityView[]): readonly PunctualityView[] {
  const hasCases = ({ opened }: PunctualityView): boolean => opened > 0;
  return months.slice(Math.max(0, months.findIndex(hasCases)), months.findLastIndex(hasCases) + 1);
}
