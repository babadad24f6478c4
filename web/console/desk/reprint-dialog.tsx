import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { ReprintReason } from "./print-session.ts";

const REASONS = [
  "spoiled",
  "did-not-come-out",
  "unreadable",
  "wrong-data",
  "photo-rejected",
  "lost-in-house",
] as const satisfies readonly ReprintReason[];

export function ReprintDialog({
  onClose,
  onReason,
}: {
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
        {REASONS.map((reason) => (
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
