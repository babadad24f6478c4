import type { Signal } from "@preact/signals";
import { useModel } from "../state/model.ts";
import { LONGEST_PIN } from "./pin-field.tsx";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

/** For a desk with a touch screen; keys do the same. */
export function PinPad({ pin }: { readonly pin: Signal<string> }) {
  const words = useModel().text.operators.signIn;
  return (
    <fieldset class="pin-pad" aria-label={words.pad}>
      {DIGITS.map((digit) => (
        <button
          key={digit}
          type="button"
          class={`ti-btn${digit === "0" ? " pin-zero" : ""}`}
          onClick={() => {
            pin.value = `${pin.value}${digit}`.slice(0, LONGEST_PIN);
          }}
        >
          {digit}
        </button>
      ))}
      <button
        type="button"
        class="ti-btn"
        aria-label={words.erase}
        onClick={() => {
          pin.value = pin.value.slice(0, -1);
        }}
      >
        ⌫
      </button>
    </fieldset>
  );
}
