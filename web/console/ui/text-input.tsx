import { useId } from "preact/hooks";
import { describedBy, FieldHint } from "./field-hint.tsx";

/** One line that is typed. */
export function TextInput({
  label,
  value,
  onInput,
  hint,
  placeholder,
  maxLength,
  isSecret = false,
  testid,
}: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly isSecret?: boolean;
  readonly testid: string;
}) {
  const field = useId();
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <input
        id={field}
        class="ti-input"
        {...(isSecret ? { type: "password" as const } : { type: "text" as const })}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        maxLength={maxLength}
        value={value}
        data-testid={testid}
        aria-describedby={describedBy(field, { hint })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <FieldHint field={field} hint={hint} />
    </div>
  );
}
