import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CategoriesView } from "../../../src/bridge/protocol/intake-shapes.ts";
import { useModel } from "../state/model.ts";

const NOBODY: CategoriesView = { choices: [], suggested: null };

interface Asked {
  readonly standard: string;
  readonly kind: "new" | "renewal" | "lost" | "damaged";
  readonly channel: "in-person" | "online";
  readonly memberType: string | null;
}

/** The sorts of applicant of a service that is about to begin; the suggested one is chosen until somebody chooses. */
export function useCategories(asked: Asked): CategoriesView & {
  readonly category: string | null;
  readonly choose: (category: string) => void;
} {
  const { connection } = useModel();
  const found = useSignal<CategoriesView>(NOBODY);
  const chosen = useSignal<string | null>(null);
  const { standard, kind, channel, memberType } = asked;

  useEffect(() => {
    if (standard === "") return;
    const cancel = new AbortController();
    connection
      .call("intake.categories", { standard, kind, channel, memberType }, { signal: cancel.signal })
      .then((view) => {
        found.value = view;
      })
      // Without it the case begins all the same, and the desk says who it is later.
      .catch(() => {
        if (!cancel.signal.aborted) found.value = NOBODY;
      });
    return () => cancel.abort();
  }, [standard, kind, channel, memberType]);

  const { choices, suggested } = found.value;
  const isOffered = choices.some(({ category }) => category === chosen.value);
  return {
    ...{ choices, suggested },
    category: isOffered ? chosen.value : suggested,
    choose: (category) => {
      chosen.value = category;
    },
  };
}
