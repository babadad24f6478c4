import type { OperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { NewPinFields, useNewPin } from "../sign-in/new-pin-fields.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

/** For somebody who forgot theirs. */
export function ResetPinDialog({
  on,
  onDone,
  onClose,
}: {
  readonly on: OperatorView;
  readonly onDone: (operators: readonly OperatorView[]) => void;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.operators.reset;
  const pin = useNewPin();
  const saving = useAction();
  const save = (event: Event): void => {
    event.preventDefault();
    saving.run(async () => {
      const wanted = { id: on.operator, pin: pin.first.value };
      onDone((await connection.call("operator.resetPin", wanted)).operators);
    });
  };
  return (
    <Dialog title={words.title(on.name)} lead={words.lead} onClose={onClose} testid="reset-pin-dialog">
      <form class="dialog-body" onSubmit={save}>
        <NewPinFields pin={pin} />
        <FaultNote fault={saving.fault} />
        <DialogFoot
          submit={words.go}
          isBlocked={!pin.isReady}
          isBusy={saving.isBusy}
          onBack={onClose}
          testid="reset-pin-go"
        />
      </form>
    </Dialog>
  );
}
