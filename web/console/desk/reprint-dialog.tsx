import type { ReprintReason } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";

const REASONS = [
  "spoiled",
  "did-not-come-out",
  "unreadable",
  "wrong-data",
  "photo-rejected",
  "lost-in-house",
] as const satisfies readonly ReprintReason[];

export function ReprintDialog({
  without = [],
  onClose,
  onReason,
}: {
  /** Reasons that cannot be, for example of a card that somebody has held. */
  readonly without?: readonly ReprintReason[];
  readonly onClose: () => void;
  readonly onReason: (reason: ReprintReason) => void;
}) {
  const { text } = useModel();
  return (
    <Dialog
      title={text.print.reasonTitle}
      lead={text.print.reasonLead}
      onClose={onClose}
      testid="reprint-dialog"
    >
      <div class="dialog-body reasons">
        {REASONS.filter((reason) => !without.includes(reason)).map((reason) => (
          <button
            key={reason}
            type="button"
            class="ti-btn ti-btn-left"
            data-testid={`reprint-${reason}`}
            onClick={() => onReason(reason)}
          >
            {text.print.reasons[reason]}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
