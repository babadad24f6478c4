import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { CaseView, StepView } from "../../../src/bridge/protocol/shapes.ts";
import { fromLocalField, toLocalField } from "../format/zone.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { OperatorField } from "../ui/operator-field.tsx";
import { TimeField } from "../ui/time-field.tsx";

const SHORTEST_REASON = 3;

/** The view knows how long steps took, not when they began; laid end to end they make a fair first guess. */
function guess(view: CaseView, key: StepView["key"]): { readonly from: Date; readonly to: Date } {
  let at = Date.parse(view.openedAt);
  for (const step of view.steps) {
    const tookMs = step.tookMs ?? 0;
    if (step.key === key) return { from: new Date(at), to: new Date(at + tookMs) };
    at += tookMs;
  }
  return { from: new Date(at), to: new Date(at) };
}

export function CorrectDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const model = useModel();
  const { text, connection, desk, timeZone } = model;
  const past = view.steps.filter(({ state }) => state === "done" || state === "now");
  const key = useSignal<StepView["key"]>(past[0]?.key ?? "intake");
  const first = guess(view, key.value);
  const from = useSignal(toLocalField(first.from, timeZone));
  const to = useSignal(toLocalField(first.to, timeZone));
  const reason = useSignal("");
  const saving = useAction();
  const field = useId();

  const startedAt = fromLocalField(from.value, timeZone);
  const endedAt = fromLocalField(to.value, timeZone);
  const isOrdered = startedAt !== undefined && endedAt !== undefined && endedAt >= startedAt;
  const operator = model.operatorName;
  const isBlocked = !isOrdered || reason.value.trim().length < SHORTEST_REASON || operator === "";

  const choose = (step: StepView["key"]): void => {
    key.value = step;
    const { from: began, to: ended } = guess(view, step);
    from.value = toLocalField(began, timeZone);
    to.value = toLocalField(ended, timeZone);
  };

  const save = (event: Event): void => {
    event.preventDefault();
    if (isBlocked) return;
    saving.run(async () => {
      desk.putCase(
        await connection.call("case.correctStep", {
          case: view.case,
          step: key.value,
          startedAt: startedAt.toISOString(),
          endedAt: endedAt.toISOString(),
          reason: reason.value.trim(),
          operator,
        }),
      );
      onClose();
    });
  };

  return (
    <Dialog title={text.case.correct} lead={text.case.correctLead} onClose={onClose} testid="correct-dialog">
      <form class="dialog-body" onSubmit={save}>
        <div class="ti-field">
          <label for={`${field}-step`}>{text.case.correctStep}</label>
          <select
            id={`${field}-step`}
            class="ti-input"
            data-autofocus
            value={key.value}
            onChange={(event) => choose(event.currentTarget.value as StepView["key"])}
          >
            {past.map((step) => (
              <option key={step.key} value={step.key}>
                {text.steps[step.key].plank}
              </option>
            ))}
          </select>
        </div>
        <div class="duo">
          <TimeField
            id={`${field}-from`}
            label={text.case.correctFrom}
            value={from.value}
            onInput={(v) => (from.value = v)}
          />
          <TimeField
            id={`${field}-to`}
            label={text.case.correctTo}
            value={to.value}
            onInput={(v) => (to.value = v)}
            error={isOrdered ? undefined : text.case.correctOrder}
          />
        </div>
        <div class="ti-field">
          <label for={`${field}-why`}>{text.case.correctReason}</label>
          <input
            id={`${field}-why`}
            class="ti-input"
            required
            minLength={SHORTEST_REASON}
            maxLength={200}
            aria-describedby={`${field}-why-hint`}
            value={reason.value}
            onInput={(event) => {
              reason.value = event.currentTarget.value;
            }}
          />
          <p class="ti-meta" id={`${field}-why-hint`}>
            {text.case.reasonShort}
          </p>
        </div>
        <OperatorField isRequired />
        <FaultNote fault={saving.fault} />
        <DialogFoot submit={text.case.correctSave} isBlocked={isBlocked} onBack={onClose} />
      </form>
    </Dialog>
  );
}
