/** One measurement. Typed as people write it, with a comma or a point. */
export function MmField({
  label,
  hint,
  value,
  onInput,
  testid,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly testid?: string;
}) {
  return (
    <label class="ti-field batch-mm">
      <span class="ti-grow">
        {label} {hint ? <span class="ti-meta">({hint})</span> : null}
      </span>
      <input
        class="ti-input ti-num"
        inputMode="decimal"
        autocomplete="off"
        value={value}
        data-testid={testid}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <span aria-hidden="true">mm</span>
    </label>
  );
}
