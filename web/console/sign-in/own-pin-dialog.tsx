import { useSignal } from "@preact/signals";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { NewPinFields, useNewPin } from "./new-pin-fields.tsx";
import { PinField, SHORTEST_PIN } from "./pin-field.tsx";

/** Whoever knows the present PIN sets the next. */
export function OwnPinDialog({ onClose }: { readonly onClose: () => void }) {
  const { text, connection } = useModel();
  const words = text.operators.ownPin;
  const current = useSignal("");
  const pin = useNewPin();
  const saving = useAction();
  const save = (event: Event): void => {
    event.preventDefault();
    saving.run(async () => {
      await connection.call("operator.changePin", { current: current.value, pin: pin.first.value });
      onClose();
    });
  };
  return (
    <Dialog title={words.title} onClose={onClose} testid="own-pin-dialog">
      <form class="dialog-body" onSubmit={save}>
        <PinField
          label={words.current}
          value={current.value}
          autofocus
          onInput={(digits) => {
            current.value = digits;
          }}
          testid="current-pin"
        />
        <NewPinFields pin={pin} />
        <FaultNote fault={saving.fault} />
        <DialogFoot
          submit={words.go}
          isBlocked={!pin.isReady || current.value.length < SHORTEST_PIN}
          isBusy={saving.isBusy}
          onBack={onClose}
          testid="own-pin-go"
        />
      </form>
    </Dialog>
  );
}
