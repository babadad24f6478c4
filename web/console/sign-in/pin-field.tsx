import { useId } from "preact/hooks";
import { describedBy, FieldHint } from "../ui/field-hint.tsx";

export const SHORTEST_PIN = 6;
export const LONGEST_PIN = 12;

/** Digits that nobody reads over a shoulder. */
export function PinField({
  label,
  value,
  onInput,
  hint,
  error,
  autofocus = false,
  testid,
}: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (pin: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autofocus?: boolean;
  readonly testid: string;
}) {
  const field = useId();
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <input
        id={field}
        class="ti-input pin"
        type="password"
        inputMode="numeric"
        autocomplete="off"
        maxLength={LONGEST_PIN}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(field, { hint, error })}
        data-testid={testid}
        {...(autofocus && { "data-autofocus": true })}
        onInput={(event) => {
          const digits = event.currentTarget.value.replace(/\D/g, "").slice(0, LONGEST_PIN);
          event.currentTarget.value = digits;
          onInput(digits);
        }}
      />
      <FieldHint field={field} hint={hint} error={error} />
    </div>
  );
}
