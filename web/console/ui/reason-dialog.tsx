import { useModel } from "../state/model.ts";
import type { Action } from "./action.ts";
import { Dialog } from "./dialog.tsx";
import { FaultNote } from "./fault-note.tsx";
import { optionsOf } from "./select-field.tsx";

/** One of a few answers; choosing it is the act. */
export function ReasonDialog<R extends string>({
  title,
  lead,
  reasons,
  action,
  name,
  onChoose,
  onClose,
}: {
  readonly title: string;
  readonly lead: string;
  readonly reasons: Readonly<Record<R, string>>;
  readonly action: Action;
  /** Begins the test ids. */
  readonly name: string;
  readonly onChoose: (reason: R) => void;
  readonly onClose: () => void;
}) {
  const { text } = useModel();
  return (
    <Dialog title={title} lead={lead} onClose={onClose} testid={`${name}-dialog`}>
      <div class="dialog-body">
        <div class="reasons">
          {optionsOf(reasons).map(([reason, words], index) => (
            <button
              key={reason}
              type="button"
              class="ti-btn ti-btn-left"
              data-autofocus={index === 0 ? "" : undefined}
              data-testid={`${name}-${reason}`}
              onClick={() => onChoose(reason)}
            >
              {words}
            </button>
          ))}
        </div>
        {action.isSlow ? <p class="ti-meta">{text.busy.working}</p> : null}
        <FaultNote fault={action.fault} />
      </div>
    </Dialog>
  );
}
