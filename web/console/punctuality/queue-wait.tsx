import type { QueueFigures } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { useModel } from "../state/model.ts";
import { useNumbers } from "./numbers.ts";

/** How long people waited before they were called, and how many numbers led to nothing. */
export function QueueWait({ queue }: { readonly queue: QueueFigures }) {
  const { text } = useModel();
  const { count, time } = useNumbers();
  const { punctuality: words, tickets } = text;
  const { called, medianMs, p90Ms, maxMs, numbers } = queue;
  const times = [
    ["median", words.columns.median, medianMs],
    ["p90", words.columns.p90, p90Ms],
    ["max", words.columns.max, maxMs],
  ] as const;
  return (
    <section class="pk-queue" data-testid="queue-wait">
      <h2>{tickets.figures}</h2>
      <p class="pk-legend">
        <span>{tickets.figureCalled(count(called))}</span>
        {times.map(([key, name, ms]) => (
          <span key={key} data-testid={`queue-${key}`}>
            {name} <b>{time(ms)}</b>
          </span>
        ))}
      </p>
      <p class="ti-meta">
        {tickets.figuresHint} {called > 0 ? `${tickets.counts[queue.counts]} ` : ""}
        {numbers
          ? tickets.numbers({
              ...{ taken: count(numbers.taken), served: count(numbers.served) },
              ...{ inQueue: count(numbers.inQueue), absent: count(numbers.absent) },
              ...{ withdrawn: count(numbers.withdrawn), forgotten: count(numbers.forgotten) },
            })
          : ""}
      </p>
    </section>
  );
}
