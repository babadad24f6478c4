import type { SummaryView } from "../../protocol/punctuality-shapes.ts";
import type { Cell, Column, Row, Table } from "../report.ts";

const KINDS: readonly Column["kind"][] = [
  ...(["count", "count", "count", "percent", "duration", "duration", "duration"] as const),
];

/** Cases, in time, late, percentage, median, 9 of 10, longest. */
export const figuresOf = ({
  n,
  judged,
  onTime,
  onTimePercent,
  medianMs,
  p90Ms,
  maxMs,
}: SummaryView): Cell[] => {
  // A share of the few that could be judged would be read as one of all.
  const share = judged * 2 < n ? null : onTimePercent;
  return [...[n, onTime, judged - onTime, share, medianMs, p90Ms, maxMs]];
};

/** One row of these figures for each part, and for all of them together. */
export function figureTable({
  title,
  first,
  heads,
  rows,
  total,
  whenEmpty,
}: {
  readonly title: string;
  /** Of the column that names the parts; empty where the heading says it. */
  readonly first: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly summary: SummaryView }[];
  readonly total?: { readonly name: string; readonly summary: SummaryView };
  readonly whenEmpty: string;
}): Table {
  const row = ({ name, summary }: { name: string; summary: SummaryView }): Row => [
    name,
    ...figuresOf(summary),
  ];
  return {
    ...{ kind: "table", title, whenEmpty },
    columns: [
      { title: first, kind: "text", share: 3 },
      ...heads.map((head, index) => ({ title: head, kind: KINDS[index] ?? "text", share: 1.1 }) as const),
    ],
    rows: rows.map(row),
    ...(total ? { total: row(total) } : {}),
  };
}
