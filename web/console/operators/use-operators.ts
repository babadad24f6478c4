import { useEffect } from "preact/hooks";
import type { OperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { useModel } from "../state/model.ts";
import { type Answer, useAnswer } from "../ui/use-answer.ts";

/** Everybody who may sign in here, as of now, and those who no longer may. */
export function useOperators(): Answer<readonly OperatorView[]> {
  const { connection } = useModel();
  const answer = useAnswer("operators", async (signal) => {
    const { operators } = await connection.call("operators.list", {}, { signal });
    return operators as readonly OperatorView[];
  });
  useEffect(() => {
    const news = connection.on("operators.changed", ({ operators }) => answer.put(operators));
    return () => news[Symbol.dispose]();
  }, [connection]);
  return answer;
}
