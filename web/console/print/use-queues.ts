import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { QueueView } from "../../../src/bridge/protocol/queue-shapes.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

export interface Queues {
  /** Undefined until the daemon has answered; the last answer stays while it is away. */
  readonly all: ReadonlySignal<readonly QueueView[] | undefined>;
  readonly loading: Action;
  put(view: QueueView): void;
}

export function useQueues(): Queues {
  const { connection } = useModel();
  const loading = useAction();
  const all = useSignal<readonly QueueView[] | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  const put = (view: QueueView): void => {
    const known = all.value ?? [];
    const isKnown = known.some(({ printer }) => printer === view.printer);
    all.value = isKnown ? known.map((one) => (one.printer === view.printer ? view : one)) : [...known, view];
  };
  useEffect(() => {
    if (!isOpen) return;
    // Listening before asking: news that comes in between is newer than the answer.
    const news = connection.on("queue.changed", put);
    loading.run(async () => {
      all.value = (await connection.call("queue.get", {})).queues;
    });
    return () => news[Symbol.dispose]();
  }, [isOpen]);
  return { all, loading, put };
}
