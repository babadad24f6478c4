import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { ConsoleModel } from "../state/model.ts";

/** Ends the step that is running, on the operator's word. */
export async function completeStep(
  { connection, desk }: Pick<ConsoleModel, "connection" | "desk">,
  view: CaseView,
  how: {
    readonly result?: "done" | "not-needed";
    readonly documents?: readonly string[];
    readonly revised?: boolean;
  } = {},
): Promise<void> {
  if (view.now === null) return;
  const { result = "done", documents, revised } = how;
  const params = {
    ...{ case: view.case, step: view.now, result },
    ...(documents ? { documents: [...documents] } : {}),
    ...(revised ? { revised } : {}),
  };
  desk.putCase(await connection.call("case.completeStep", params));
}
