import { useSignal } from "@preact/signals";
import type { DeskOperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { useModel } from "../state/model.ts";
import { Initials } from "./initials.tsx";
import { OwnPinDialog } from "./own-pin-dialog.tsx";
import { SwitchDialog } from "./switch-dialog.tsx";

type SignedIn = NonNullable<DeskOperatorView["signedIn"]>;

/** Who works here, and the way to the next one. What somebody had opened is gone when they are. */
export function OperatorChip() {
  const signedIn = useModel().operator.current.value?.signedIn;
  return signedIn ? <Chip key={signedIn.operator} signedIn={signedIn} /> : null;
}

function Chip({ signedIn }: { readonly signedIn: SignedIn }) {
  const { text } = useModel();
  const open = useSignal<"switch" | "own-pin" | undefined>(undefined);
  const { name, role } = signedIn;
  const show = (dialog: typeof open.value): void => {
    open.value = dialog;
  };
  return (
    <>
      <button
        type="button"
        class="ti-btn ti-btn-quiet operator-chip"
        title={text.operators.change.label(name, text.operators.roles[role])}
        aria-label={text.operators.change.label(name, text.operators.roles[role])}
        data-testid="operator-chip"
        onClick={() => show("switch")}
      >
        <Initials name={name} />
        <span class="operator-chip-name ti-cut">{name}</span>
      </button>
      {open.value === "switch" ? (
        <SwitchDialog signedIn={signedIn} onOwnPin={() => show("own-pin")} onClose={() => show(undefined)} />
      ) : null}
      {open.value === "own-pin" ? <OwnPinDialog onClose={() => show(undefined)} /> : null}
    </>
  );
}
