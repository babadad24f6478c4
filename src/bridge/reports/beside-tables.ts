import type { Reading, Report, Row, Table } from "./report.ts";

const WORDS = {
  id: { title: "Ringkasan", head: ["Keterangan", "Isi"] },
  en: { title: "Summary", head: ["What", "Value"] },
} as const;

/**
 * What paper says beside its tables, for workbook and CSV: the figures of the headline and how everything was counted. A month
 * without a case has nothing else. Undefined for a report of tables alone.
 */
export function besideTables({ blocks }: Report, { language }: Reading): Table | undefined {
  const rows = blocks.flatMap((block): readonly Row[] => {
    if (block.kind === "headline")
      return [block.main, ...block.others].map(({ says, value }) => [says, value]);
    return block.kind === "note" ? [[block.title, block.text]] : [];
  });
  const { title, head } = WORDS[language];
  const columns = head.map((name) => ({ title: name, kind: "text", share: 1 }) as const);
  return rows.length > 0 ? { kind: "table", title, whenEmpty: "", columns, rows } : undefined;
}
