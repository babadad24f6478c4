import type { SpoilReason } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";

export function SpoilDialog({
  name,
  onClose,
  onReason,
}: {
  readonly name: string;
  readonly onClose: () => void;
  readonly onReason: (reason: SpoilReason) => void;
}) {
  const { text } = useModel();
  const reasons = Object.keys(text.board.spoilReasons) as SpoilReason[];
  return (
    <Dialog
      title={text.board.spoilTitle}
      lead={`${name}. ${text.board.spoilLead}`}
      onClose={onClose}
      testid="spoil-dialog"
    >
      <div class="dialog-body reasons spoil-reasons">
        {reasons.map((reason) => (
          <button
            key={reason}
            type="button"
            class="ti-btn ti-btn-left"
            data-testid={`spoil-${reason}`}
            onClick={() => onReason(reason)}
          >
            {text.board.spoilReasons[reason]}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
