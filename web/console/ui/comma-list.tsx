import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { describedBy, FieldHint } from "./field-hint.tsx";

/** A few short words, parted by commas. */
export function CommaList({
  label,
  values,
  onChange,
  maxLength,
  hint,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly maxLength?: number;
  readonly hint?: string;
}) {
  const field = useId();
  /** While somebody types: a comma at the end is no item yet. */
  const typed = useSignal<string | undefined>(undefined);
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <input
        id={field}
        class="ti-input"
        maxLength={maxLength}
        value={typed.value ?? values.join(", ")}
        aria-describedby={describedBy(field, { hint })}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          onChange(listed(event.currentTarget.value));
        }}
        onBlur={() => {
          typed.value = undefined;
        }}
      />
      <FieldHint field={field} hint={hint} />
    </div>
  );
}

const listed = (typed: string): readonly string[] =>
  typed
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
