import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";

/** Read from INLISLite now, shown only here, kept nowhere. Undefined while it is asked, `away` when it does not say. */
export function useHandoverFacts(caseId: string): Result<"handover.facts"> | "away" | undefined {
  const { connection } = useModel();
  const facts = useSignal<Result<"handover.facts"> | "away" | undefined>(undefined);
  useEffect(() => {
    const cancel = new AbortController();
    connection
      .call("handover.facts", { case: caseId }, { signal: cancel.signal })
      .then((answer) => {
        facts.value = answer;
      })
      .catch(() => {
        if (!cancel.signal.aborted) facts.value = "away";
      });
    return () => cancel.abort();
  }, [caseId]);
  return facts.value;
}
