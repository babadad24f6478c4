import { Icon } from "./icons.tsx";

/** A few exclusive choices, all visible. Real radio buttons: arrows and readers know them. */
export function Choice<V extends string>({
  label,
  name,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly name: string;
  readonly options: readonly (readonly [V, string])[];
  /** Undefined: nothing is chosen yet. */
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
}) {
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-row">
        {options.map(([key, word]) => (
          <label key={key} class="choice-item" data-testid={`${name}-${key}`}>
            <input type="radio" name={name} checked={value === key} onChange={() => onChange(key)} />
            <Icon name="check" size="small" />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
