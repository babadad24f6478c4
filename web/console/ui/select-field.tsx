import { useId } from "preact/hooks";

/** One of a few, by words. `options` says them in the order in which they are offered. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  testid,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly onChange: (value: T) => void;
  readonly hint?: string;
  readonly testid?: string;
}) {
  const field = useId();
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <select
        id={field}
        class="ti-input"
        value={value}
        data-testid={testid}
        aria-describedby={hint === undefined ? undefined : `${field}-hint`}
        onChange={(event) => {
          const chosen = options.find(([name]) => name === event.currentTarget.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
      {hint === undefined ? null : (
        <p class="ti-meta" id={`${field}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The words of a table in the order in which it is written. */
export const optionsOf = <T extends string>(words: Readonly<Record<T, string>>): (readonly [T, string])[] =>
  (Object.keys(words) as T[]).map((name) => [name, words[name]] as const);
