import { useModel } from "../state/model.ts";
import type { Action } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

/** Before what cannot be taken back, or seldom is. */
export function SureDialog({
  what,
  action,
  onGo,
  onClose,
}: {
  readonly what: "withdraw" | "erase";
  readonly action: Action;
  readonly onGo: () => void;
  readonly onClose: () => void;
}) {
  const { title, lead, go } = useModel().text.complaints.sure[what];
  return (
    <Dialog title={title} onClose={onClose} testid={`${what}-dialog`}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          onGo();
        }}
      >
        <p>{lead}</p>
        <FaultNote fault={action.fault} />
        <DialogFoot submit={go} isBusy={action.isBusy} onBack={onClose} testid={`${what}-go`} />
      </form>
    </Dialog>
  );
}
