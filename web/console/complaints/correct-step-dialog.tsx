import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type {
  ComplaintStepView,
  ComplaintView,
  CorrectionReason,
} from "../../../src/bridge/protocol/complaint-shapes.ts";
import { fromLocalField, toLocalField } from "../format/zone.ts";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { optionsOf, SelectField } from "../ui/select-field.tsx";
import { TimeField } from "../ui/time-field.tsx";
import type { OpenedComplaint } from "./use-complaints.ts";

/** When a step really began and ended, and why that was not pressed. */
export function CorrectStepDialog({
  step,
  view,
  opened,
  onClose,
}: {
  readonly step: ComplaintStepView;
  readonly view: ComplaintView;
  readonly opened: OpenedComplaint;
  readonly onClose: () => void;
}) {
  const { text, timeZone } = useModel();
  const words = text.complaints.correct;
  const field = useId();
  const from = useSignal(toLocalField(new Date(step.startedAt ?? view.receivedAt), timeZone));
  const to = useSignal(toLocalField(new Date(step.endedAt ?? step.startedAt ?? view.receivedAt), timeZone));
  const reason = useSignal<CorrectionReason>("forgotten");
  const startedAt = fromLocalField(from.value, timeZone);
  const endedAt = fromLocalField(to.value, timeZone);
  const isOrdered = startedAt !== undefined && endedAt !== undefined && startedAt <= endedAt;
  const save = (event: Event): void => {
    event.preventDefault();
    if (!isOrdered) return;
    const times = { startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() };
    opened.act("complaint.correctStep", { step: step.step, ...times, reason: reason.value }, onClose);
  };
  return (
    <Dialog title={words.title(step.step)} lead={words.lead} onClose={onClose} testid="correct-step-dialog">
      <form class="dialog-body" onSubmit={save}>
        <div class="duo">
          <TimeField
            id={`${field}-from`}
            label={words.from}
            value={from.value}
            onInput={(value) => (from.value = value)}
          />
          <TimeField
            id={`${field}-to`}
            label={words.to}
            value={to.value}
            onInput={(value) => (to.value = value)}
            error={isOrdered ? undefined : words.order}
          />
        </div>
        <SelectField
          label={words.reason}
          value={reason.value}
          options={optionsOf(words.reasons)}
          onChange={(value) => (reason.value = value)}
        />
        <FaultNote fault={opened.acting.fault} />
        <DialogFoot
          submit={words.save}
          isBusy={opened.acting.isBusy}
          isBlocked={!isOrdered}
          onBack={onClose}
          testid="correct-save"
        />
      </form>
    </Dialog>
  );
}
