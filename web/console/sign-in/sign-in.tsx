import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { OperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { NameList } from "./name-list.tsx";
import { PinField, SHORTEST_PIN } from "./pin-field.tsx";
import { PinPad } from "./pin-pad.tsx";

/** Names on the left, the PIN of the chosen one on the right: two gestures, or none but the PIN for whoever was here last. */
export function SignIn({
  operators,
  onDone,
}: {
  readonly operators: readonly OperatorView[];
  readonly onDone?: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.operators.signIn;
  const chosen = useSignal<string | undefined>(undefined);
  const pin = useSignal("");
  const entering = useAction();
  const form = useRef<HTMLFormElement>(null);
  const who = operators.find(({ operator }) => operator === chosen.value) ?? lastHere(operators);
  const focus = (): void => form.current?.querySelector("input")?.focus();
  useEffect(focus, [who?.operator]);

  const enter = (event: Event): void => {
    event.preventDefault();
    if (!who || pin.value.length < SHORTEST_PIN) return;
    const typed = pin.value;
    pin.value = "";
    entering.run(async () => {
      await connection.call("operator.signIn", { id: who.operator, pin: typed });
      onDone?.();
    });
    focus();
  };

  return (
    <div class="sign-in" data-testid="sign-in">
      <div class="sign-in-left">
        <NameList
          operators={operators}
          chosen={who?.operator}
          onChoose={(operator) => {
            chosen.value = operator;
            pin.value = "";
            focus();
          }}
        />
        <FaultNote fault={entering.fault} />
      </div>
      <form ref={form} class="sign-in-pin" onSubmit={enter}>
        <PinField
          label={who ? words.pinOf(who.name) : words.pin}
          value={pin.value}
          autofocus
          onInput={(digits) => {
            pin.value = digits;
          }}
          testid="pin"
        />
        <PinPad pin={pin} />
        <button
          type="submit"
          class="ti-btn ti-btn-go ti-btn-big"
          disabled={!who || pin.value.length < SHORTEST_PIN}
          aria-busy={entering.isBusy}
          data-testid="sign-in-go"
        >
          {words.go}
        </button>
        <p class="ti-meta">{words.forgot}</p>
      </form>
    </div>
  );
}

/** Most days it is the same person. */
const lastHere = (operators: readonly OperatorView[]): OperatorView | undefined =>
  operators.toSorted((a, b) => (b.signedInAt ?? "").localeCompare(a.signedInAt ?? ""))[0];
