import { fieldTime } from "../format/time.ts";
import { useModel } from "../state/model.ts";
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
  const { language } = useModel();
  const hint = fieldTime(value, language) || undefined;
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
        aria-describedby={describedBy(id, { hint, error })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <FieldHint field={id} hint={hint} error={error} />
    </div>
  );
}
