import type { PunctualityView } from "../../protocol/punctuality-shapes.ts";
import type { Table } from "../report.ts";
import { Written } from "../written.ts";
import type { ReportFrame } from "./report-frame.ts";

/** How long people waited before they were called; nothing where there was no queue. */
export function queueTable(
  { queue }: Pick<PunctualityView, "queue">,
  { words }: ReportFrame,
): readonly Table[] {
  if (!queue || queue.called === 0) return [];
  const { queue: said, empty } = words.punctuality;
  return [
    {
      ...{ kind: "table", title: said.title, whenEmpty: empty },
      columns: said.head.map((title, index) => ({
        ...{ title, kind: index === 0 ? "count" : "duration", share: 1 },
      })),
      rows: [[queue.called, queue.medianMs, queue.p90Ms, queue.maxMs]],
    },
  ];
}

/** What became of all numbers, for the note under the figures. */
export function queueNumbers(
  { queue }: Pick<PunctualityView, "queue">,
  frame: ReportFrame,
): readonly string[] {
  if (!queue?.numbers) return [];
  const { taken, served, absent, withdrawn, forgotten } = queue.numbers;
  const written = new Written(frame.reading);
  const count = (value: number): string => written.count(value);
  return [
    frame.words.punctuality.queue.numbers({
      ...{ taken: count(taken), served: count(served), absent: count(absent) },
      ...{ withdrawn: count(withdrawn), forgotten: count(forgotten) },
    }),
  ];
}
