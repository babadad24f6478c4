import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

/** One more look before an applicant is sent home for want of papers. */
export function RefuseDialog({
  view,
  brought,
  onClose,
}: {
  readonly view: CaseView;
  readonly brought: readonly string[];
  readonly onClose: () => void;
}) {
  const { text, connection, desk } = useModel();
  const closing = useAction();
  const missing = view.requirements.filter(({ id }) => !brought.includes(id));
  const refuse = (event: Event): void => {
    event.preventDefault();
    closing.run(async () => {
      await connection.call("case.notePapers", { case: view.case, documents: [...brought] });
      const reason = "documents-missing";
      desk.putCase(await connection.call("case.refuse", { case: view.case, reason }));
      onClose();
    });
  };
  return (
    <Dialog
      title={text.intake.refuse}
      lead={text.intake.refused.counted}
      onClose={onClose}
      testid="refuse-dialog"
    >
      <form class="dialog-body" onSubmit={refuse}>
        <div>
          <p class="ti-cap">{text.intake.notThere}</p>
          <ul class="not-there">
            {missing.map(({ id, text: words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </div>
        <FaultNote fault={closing.fault} />
        <DialogFoot submit={text.intake.refuse} onBack={onClose} testid="refuse-go" />
      </form>
    </Dialog>
  );
}
