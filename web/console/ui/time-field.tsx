import { describedBy, FieldHint } from "./field-hint.tsx";

/** A moment on the library's own clock, `2026-11-24T09:41:05`. */
export function TimeField({
  id,
  label,
  value,
  onInput,
  error,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error?: string | undefined;
}) {
  return (
    <div class="ti-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="ti-input"
        type="datetime-local"
        step={1}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { error })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <FieldHint field={id} error={error} />
    </div>
  );
}
