import { Icon } from "./icons.tsx";

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
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error === undefined ? null : (
        <p class="field-error ti-t-bad" id={`${id}-error`}>
          <Icon name="alert" size="small" />
          {error}
        </p>
      )}
    </div>
  );
}
