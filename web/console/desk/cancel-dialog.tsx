import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

export function CancelDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { text, connection, desk } = useModel();
  const reason = useSignal("");
  const cancelling = useAction();
  const field = useId();
  return (
    <Dialog title={text.case.cancel} lead={text.case.cancelLead} onClose={onClose} testid="cancel-dialog">
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          cancelling.run(async () => {
            const words = reason.value.trim();
            desk.putCase(await connection.call("case.cancel", { case: view.case, reason: words }));
            onClose();
          });
        }}
      >
        <div class="ti-field">
          <label for={field}>{text.case.cancelReason}</label>
          <input
            id={field}
            class="ti-input"
            data-autofocus
            required
            maxLength={200}
            value={reason.value}
            onInput={(event) => {
              reason.value = event.currentTarget.value;
            }}
          />
        </div>
        <FaultNote fault={cancelling.fault} />
        <DialogFoot submit={text.case.cancel} isBlocked={reason.value.trim() === ""} onBack={onClose} />
      </form>
    </Dialog>
  );
}
