import { type Signal, useSignal } from "@preact/signals";
import { useModel } from "../state/model.ts";
import { PinField, SHORTEST_PIN } from "./pin-field.tsx";

export interface NewPin {
  readonly first: Signal<string>;
  readonly again: Signal<string>;
  readonly isReady: boolean;
}

export function useNewPin(): NewPin {
  const first = useSignal("");
  const again = useSignal("");
  return { first, again, isReady: first.value.length >= SHORTEST_PIN && first.value === again.value };
}

/** A PIN that nobody can see is typed twice. */
export function NewPinFields({ pin }: { readonly pin: NewPin }) {
  const words = useModel().text.operators.newPin;
  const { first, again } = pin;
  const isDifferent =
    again.value.length >= first.value.length && again.value !== "" && again.value !== first.value;
  return (
    <div class="duo new-pin">
      <PinField
        label={words.first}
        hint={words.hint}
        value={first.value}
        onInput={(digits) => {
          first.value = digits;
        }}
        testid="new-pin"
      />
      <PinField
        label={words.again}
        value={again.value}
        error={isDifferent ? words.differ : undefined}
        onInput={(digits) => {
          again.value = digits;
        }}
        testid="new-pin-again"
      />
    </div>
  );
}
