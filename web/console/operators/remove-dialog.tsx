import type { OperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

/** Somebody no longer works here. */
export function RemoveDialog({
  on,
  onDone,
  onClose,
}: {
  readonly on: OperatorView;
  readonly onDone: (operators: readonly OperatorView[]) => void;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.operators.remove;
  const removing = useAction();
  const remove = (event: Event): void => {
    event.preventDefault();
    removing.run(async () =>
      onDone((await connection.call("operator.remove", { id: on.operator })).operators),
    );
  };
  return (
    <Dialog title={words.title(on.name)} onClose={onClose} testid="remove-operator-dialog">
      <form class="dialog-body" onSubmit={remove}>
        <p>{words.lead}</p>
        <FaultNote fault={removing.fault} />
        <DialogFoot submit={words.go} isBusy={removing.isBusy} onBack={onClose} testid="remove-operator-go" />
      </form>
    </Dialog>
  );
}
