import type { Clock } from "../../../kernel/clock.ts";
import { subscribe } from "../../../kernel/events.ts";
import type { Service } from "../../../kernel/lifecycle.ts";
import type { EventHub } from "../../broadcast.ts";
import type { BatchFlow } from "./batch-flow.ts";

/** A batch on a fast printer, or one whose cards are all skipped, would otherwise make every page ask without end, ms. */
const TELL_EVERY_MS = 500;

interface Dependencies {
  readonly flow: Pick<BatchFlow, "events">;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
}

/** Tells the console that a batch has moved on: at once, and then at a measured pace. The last news is always told. */
export function batchNews({ flow, hub, clock }: Dependencies): Service {
  const waiting = new Set<string>();
  const resting = new Set<string>();
  let stopping = new AbortController();
  let subscription: Disposable | undefined;

  const tell = (batch: string): void => {
    if (resting.has(batch)) {
      waiting.add(batch);
      return;
    }
    hub.publish("batch.changed", { batch });
    resting.add(batch);
    clock.sleep(TELL_EVERY_MS, stopping.signal).then(
      () => {
        resting.delete(batch);
        if (waiting.delete(batch)) tell(batch);
      },
      () => undefined,
    );
  };
  return {
    name: "batch news",
    async start() {
      stopping = new AbortController();
      subscription = subscribe(flow.events, "changed", ({ batch }) => tell(batch.batch));
    },
    async stop() {
      subscription?.[Symbol.dispose]();
      stopping.abort();
      waiting.clear();
      resting.clear();
    },
  };
}
