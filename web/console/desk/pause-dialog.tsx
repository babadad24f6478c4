import type { ComponentChildren } from "preact";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";

type Reason = NonNullable<CaseView["pausedFor"]>;

const REASONS = [
  "missing-document",
  "applicant-away",
  "waiting-photo",
  "office-closed",
  "power-cut",
  "other",
] as const satisfies readonly Reason[];

export function PauseDialog({
  onClose,
  onPause,
  fault,
}: {
  readonly onClose: () => void;
  readonly onPause: (reason: Reason) => void;
  readonly fault: ComponentChildren;
}) {
  const { text } = useModel();
  return (
    <Dialog title={text.case.pauseTitle} lead={text.case.pauseLead} onClose={onClose} testid="pause-dialog">
      <div class="dialog-body">
        <div class="reasons">
          {REASONS.map((reason) => (
            <button
              key={reason}
              type="button"
              class="ti-btn ti-btn-left"
              data-testid={`pause-${reason}`}
              onClick={() => onPause(reason)}
            >
              {text.case.pauseReasons[reason]}
            </button>
          ))}
        </div>
        {fault}
      </div>
    </Dialog>
  );
}
