import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { DraftStandard } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { toLocalField } from "../../format/zone.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { DialogFoot } from "../../ui/dialog-foot.tsx";
import { FaultNote } from "../../ui/fault-note.tsx";
import { describedBy, FieldHint } from "../../ui/field-hint.tsx";

interface Effective {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** From when to when the version holds. A published version is never changed. */
export function PublishDialog({
  standard,
  publish,
  onClose,
}: {
  readonly standard: DraftStandard;
  readonly publish: (effective: Effective) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { text, timeZone } = useModel();
  const words = text.standards;
  const from = useSignal(standard.effectiveFrom ?? toLocalField(new Date(), timeZone).slice(0, 10));
  const to = useSignal<string>(standard.effectiveTo ?? "");
  const publishing = useAction();
  const field = useId();
  const isBackwards = to.value !== "" && to.value < from.value;
  const error = isBackwards ? words.problems["dates-backwards"] : undefined;
  const send = (event: Event): void => {
    event.preventDefault();
    if (isBackwards) return;
    publishing.run(async () => {
      await publish({ effectiveFrom: from.value, effectiveTo: to.value === "" ? null : to.value });
      onClose();
    });
  };
  return (
    <Dialog
      title={words.publishTitle}
      lead={standard.service.title}
      onClose={onClose}
      testid="publish-dialog"
    >
      <form class="dialog-body" onSubmit={send}>
        <p>{words.publishLead}</p>
        <div class="duo">
          <div class="ti-field">
            <label for={`${field}-from`}>{words.effectiveFrom}</label>
            <input
              id={`${field}-from`}
              type="date"
              class="ti-input"
              required
              data-autofocus
              data-testid="effective-start"
              value={from.value}
              onInput={(event) => (from.value = event.currentTarget.value)}
            />
          </div>
          <div class="ti-field">
            <label for={`${field}-to`}>{words.effectiveTo}</label>
            <input
              id={`${field}-to`}
              type="date"
              class="ti-input"
              data-testid="effective-end"
              aria-describedby={describedBy(`${field}-to`, { error })}
              value={to.value}
              onInput={(event) => (to.value = event.currentTarget.value)}
            />
            <FieldHint field={`${field}-to`} error={error} />
          </div>
        </div>
        <FaultNote fault={publishing.fault} />
        <DialogFoot
          submit={words.publish}
          isBlocked={isBackwards}
          isBusy={publishing.isBusy}
          onBack={onClose}
          testid="publish-now"
        />
      </form>
    </Dialog>
  );
}
