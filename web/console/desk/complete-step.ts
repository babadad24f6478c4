import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { ConsoleModel } from "../state/model.ts";

/** Ends the step that is running, on the operator's word. */
export async function completeStep(
  { connection, desk }: Pick<ConsoleModel, "connection" | "desk">,
  view: CaseView,
  how: { readonly result?: "done" | "not-needed"; readonly documents?: readonly string[] } = {},
): Promise<void> {
  if (view.now === null) return;
  const { result = "done", documents } = how;
  const params = { case: view.case, step: view.now, result };
  const withPapers = documents ? { ...params, documents: [...documents] } : params;
  desk.putCase(await connection.call("case.completeStep", withPapers));
}
