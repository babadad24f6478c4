import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { type Fault, faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";

/** A batch as the daemon has it: asked for now, whenever it has moved on, and after the socket was away. */
export function useBatch(id: string): {
  readonly batch: Signal<BatchView | undefined>;
  readonly fault: Fault | undefined;
} {
  const { connection } = useModel();
  const batch = useSignal<BatchView | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    const ask = (): void => {
      connection.call("batch.get", { batch: id }).then(
        (view) => {
          if (!isCurrent) return;
          fault.value = undefined;
          batch.value = view;
        },
        (thrown: unknown) => {
          if (isCurrent) fault.value = faultOf(thrown);
        },
      );
    };
    const news = connection.on("batch.changed", (changed) => {
      if (changed.batch === id) ask();
    });
    ask();
    return () => {
      isCurrent = false;
      news[Symbol.dispose]();
    };
  }, [id, isOpen]);
  return { batch, fault: fault.value };
}
