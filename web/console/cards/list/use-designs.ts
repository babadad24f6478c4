import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DesignsView, DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { type Fault, faultOf } from "../../connection.ts";
import { useModel } from "../../state/model.ts";

export interface Designs {
  readonly view: DesignsView | undefined;
  readonly fault: Fault | undefined;
  /** Asks again; resolves when the page shows the answer. */
  refresh(): Promise<void>;
  put(view: DesignsView): void;
  readonly chosen: DesignView | undefined;
  readonly chosenName: Signal<string | undefined>;
}

/** All designs as the daemon has them now, and the one that the page tells about. */
export function useDesigns(): Designs {
  const { connection } = useModel();
  const view = useSignal<DesignsView | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  const chosenName = useSignal<string | undefined>(undefined);
  const isOpen = connection.link.value === "open";

  const refresh = async (): Promise<void> => {
    try {
      view.value = await connection.call("designs.list", {});
      fault.value = undefined;
    } catch (thrown) {
      fault.value = faultOf(thrown);
    }
  };
  useEffect(() => {
    if (isOpen) void refresh();
  }, [isOpen]);
  useEffect(() => {
    const news = connection.on("designs.changed", (next) => {
      view.value = next;
    });
    return () => news[Symbol.dispose]();
  }, [connection]);

  const designs = view.value?.designs ?? [];
  const chosen =
    designs.find(({ name }) => name === chosenName.value) ??
    designs.find(({ isDefault }) => isDefault) ??
    designs[0];
  return {
    view: view.value,
    fault: fault.value,
    refresh,
    put: (next) => {
      view.value = next;
    },
    chosen,
    chosenName,
  };
}
