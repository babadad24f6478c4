import type { SummaryView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { useModel } from "../state/model.ts";
import { useNumbers } from "./numbers.ts";

type Part = readonly [key: string, name: string, summary: SummaryView];

/** The same figures for each part of the cases, and for all of them. */
export function PartsTable({
  title,
  parts,
  whole,
  testid,
}: {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly whole: SummaryView;
  readonly testid: string;
}) {
  const { columns, total } = useModel().text.punctuality;
  return (
    <section class="pk-parts" data-testid={testid}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{columns.cases}</th>
            <th scope="col">{columns.onTime}</th>
            <th scope="col">{columns.late}</th>
            <th scope="col">{columns.percent}</th>
            <th scope="col">{columns.median}</th>
            <th scope="col">{columns.p90}</th>
            <th scope="col">{columns.max}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(([key, name, summary]) => (
            <Row key={key} name={name} summary={summary} />
          ))}
          <Row name={total} summary={whole} isWhole />
        </tbody>
      </table>
    </section>
  );
}

function Row({
  name,
  summary: { n, onTime, judged, onTimePercent, medianMs, p90Ms, maxMs },
  isWhole = false,
}: {
  readonly name: string;
  readonly summary: SummaryView;
  readonly isWhole?: boolean;
}) {
  const { count, percent, time } = useNumbers();
  return (
    <tr class={isWhole ? "whole" : undefined}>
      <th scope="row">{name}</th>
      <td>{count(n)}</td>
      <td>{count(onTime)}</td>
      <td>{count(judged - onTime)}</td>
      {/* As in the report: a share of the few that could be judged would be read as one of all. */}
      <td>{onTimePercent === null || judged * 2 < n ? "–" : percent(onTimePercent)}</td>
      <td>{time(medianMs)}</td>
      <td>{time(p90Ms)}</td>
      <td>{time(maxMs)}</td>
    </tr>
  );
}
