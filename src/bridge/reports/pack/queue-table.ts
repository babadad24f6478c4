import type { QueueOutcome } from "../../messages/report-words.ts";
import type { PunctualityView, QueueFigures } from "../../protocol/punctuality-shapes.ts";
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

/** Whether the wait counts, and what became of all numbers: for the note under the figures. */
export function queueNotes({ queue }: Pick<PunctualityView, "queue">, frame: ReportFrame): readonly string[] {
  if (!queue) return [];
  const words = frame.words.punctuality.queue;
  return [
    ...(queue.called > 0 ? [words.counts[queue.counts]] : []),
    ...(queue.numbers ? [words.numbers(written(queue.numbers, frame))] : []),
  ];
}

function written(
  { taken, served, absent, withdrawn, forgotten }: NonNullable<QueueFigures["numbers"]>,
  { reading }: ReportFrame,
): Readonly<Record<QueueOutcome, string>> {
  const count = (value: number): string => new Written(reading).count(value);
  return {
    ...{ taken: count(taken), served: count(served), absent: count(absent) },
    ...{ withdrawn: count(withdrawn), forgotten: count(forgotten) },
  };
}
