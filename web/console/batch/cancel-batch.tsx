import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

/** Asked once more: what is left out now has to be planned anew. */
export function CancelBatch({
  id,
  onClose,
  onCancelled,
}: {
  readonly id: string;
  readonly onClose: () => void;
  readonly onCancelled: (batch: BatchView) => void;
}) {
  const { text, connection } = useModel();
  const cancelling = useAction();
  const cancel = (): void =>
    cancelling.run(async () => {
      onCancelled(await connection.call("batch.cancel", { batch: id }));
      onClose();
    });
  return (
    <Dialog title={text.batch.cancelAsk} lead={text.batch.cancelLead} onClose={onClose} testid="cancel-batch">
      <div class="dialog-body">
        <FaultNote fault={cancelling.fault} />
        <div class="batch-pair">
          <button type="button" class="ti-btn ti-btn-big" data-autofocus onClick={onClose}>
            {text.batch.keep}
          </button>
          <button type="button" class="ti-btn ti-btn-big" onClick={cancel} data-testid="cancel-batch-go">
            {text.batch.cancelGo}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
