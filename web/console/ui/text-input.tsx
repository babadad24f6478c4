import { useId } from "preact/hooks";

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
        aria-describedby={hint === undefined ? undefined : `${field}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint === undefined ? null : (
        <p class="ti-meta" id={`${field}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
