import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { OperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { NewPinFields, useNewPin } from "../sign-in/new-pin-fields.tsx";
import { useModel } from "../state/model.ts";
import { officerName } from "../state/preferences.ts";
import { useAction } from "../ui/action.ts";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

const ROLES = ["clerk", "technician", "head"] as const;

/** Somebody new, or another name or role for somebody known. The first one of a desk is its head. */
export function EditorDialog({
  on,
  isFirst: isFirstNow = false,
  onDone,
  onClose,
}: {
  readonly on?: OperatorView;
  readonly isFirst?: boolean;
  readonly onDone: (operators: readonly OperatorView[]) => void;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const { editor, roles, rolesMay, page } = text.operators;
  const field = useId();
  // As it was when the dialog opened: another console may make somebody meanwhile.
  const isFirst = useSignal(isFirstNow).value;
  const name = useSignal(on?.name ?? "");
  const role = useSignal<OperatorView["role"]>(on?.role ?? (isFirst ? "head" : "clerk"));
  const pin = useNewPin();
  const saving = useAction();
  const isReady = name.value.trim() !== "" && (on !== undefined || pin.isReady);

  const save = (event: Event): void => {
    event.preventDefault();
    if (!isReady) return;
    const person = { name: name.value.trim(), role: role.value };
    saving.run(async () => {
      const { operators } = on
        ? await connection.call("operator.change", { id: on.operator, ...person })
        : await connection.call("operator.create", { ...person, isFirst, pin: pin.first.value });
      onDone(operators);
    });
  };

  return (
    <Dialog
      title={on ? editor.edit(on.name) : isFirst ? page.addFirst : editor.add}
      onClose={onClose}
      testid="operator-dialog"
    >
      <form class="dialog-body" onSubmit={save}>
        <div class="ti-field">
          <label for={field}>{editor.name}</label>
          <input
            id={field}
            class="ti-input"
            data-autofocus
            data-testid="operator-name"
            autocomplete="off"
            maxLength={40}
            value={name.value}
            onInput={(event) => {
              name.value = officerName(event.currentTarget.value);
            }}
          />
        </div>
        <Choice
          label={editor.role}
          name="role"
          options={(isFirst ? (["head"] as const) : ROLES).map((one) => [one, roles[one]] as const)}
          value={role.value}
          onChange={(next) => {
            role.value = next;
          }}
        />
        <p class="ti-meta">{rolesMay[role.value]}</p>
        {on ? null : <NewPinFields pin={pin} />}
        <FaultNote fault={saving.fault} />
        <DialogFoot
          submit={editor.go}
          isBlocked={!isReady}
          isBusy={saving.isBusy}
          onBack={onClose}
          testid="operator-save"
        />
      </form>
    </Dialog>
  );
}
