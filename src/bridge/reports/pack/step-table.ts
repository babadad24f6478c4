import type { SummaryView } from "../../protocol/punctuality-shapes.ts";
import type { Column, Table } from "../report.ts";

const KINDS: readonly Column["kind"][] = [
  ...(["text", "duration", "count", "duration", "duration", "duration", "percent"] as const),
];

interface StepRow {
  readonly name: string;
  readonly targetSeconds: number | null;
  readonly summary: SummaryView;
}

/** Steps with their target, how often they were measured, median, 9 of 10, longest, percentage. `share`: of the names, others have 1. */
export function stepTable({
  title,
  heads,
  share,
  rows,
  whenEmpty,
}: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly share: number;
  readonly rows: readonly StepRow[];
  readonly whenEmpty: string;
}): Table {
  return {
    ...{ kind: "table", title, whenEmpty },
    columns: heads.map((head, index) => ({
      ...{ title: head, kind: KINDS[index] ?? "text", share: index === 0 ? share : 1 },
    })),
    rows: rows.map(({ name, targetSeconds, summary: { n, medianMs, p90Ms, maxMs, onTimePercent } }) => [
      name,
      targetSeconds === null ? null : targetSeconds * 1_000,
      ...[n, medianMs, p90Ms, maxMs, onTimePercent],
    ]),
  };
}
