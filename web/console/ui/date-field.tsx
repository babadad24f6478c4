import { useId } from "preact/hooks";

/** One day, `2026-11-24`; empty while it is being typed. */
export function DateField({
  label,
  value,
  onChange,
  testid,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly testid: string;
}) {
  const field = useId();
  return (
    <>
      <label for={field}>{label}</label>
      <input
        id={field}
        class="ti-input pk-date"
        type="date"
        value={value}
        data-testid={`period-${testid}`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
