import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

export interface Papers {
  readonly ticked: ReadonlySet<string>;
  /** Those of the chosen category's list, in its order. */
  readonly brought: readonly string[];
  readonly isAll: boolean;
  readonly toggle: (id: string) => void;
  readonly categorize: (category: string) => void;
  readonly categorizing: Action;
}

/** What is ticked on this page, from what the daemon knows already; a category is said at once. */
export function usePapers(view: CaseView): Papers {
  const { connection, desk } = useModel();
  const ticked = useSignal<ReadonlySet<string>>(
    new Set(view.requirements.filter(({ isChecked }) => isChecked).map(({ id }) => id)),
  );
  const categorizing = useAction();
  const brought = view.requirements.map(({ id }) => id).filter((id) => ticked.value.has(id));
  return {
    ticked: ticked.value,
    brought,
    isAll: brought.length === view.requirements.length,
    toggle: (id) => {
      const next = new Set(ticked.value);
      if (!next.delete(id)) next.add(id);
      ticked.value = next;
    },
    categorize: (category) =>
      categorizing.run(async () => {
        desk.putCase(await connection.call("case.categorize", { case: view.case, category }));
      }),
    categorizing,
  };
}
