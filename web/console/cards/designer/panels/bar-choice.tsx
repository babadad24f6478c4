import type { ComponentChildren } from "preact";

/** A select over the card that says what it is about to those who cannot see it. */
export function BarChoice({
  label,
  value,
  onChange,
  testid,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testid: string;
  readonly children: ComponentChildren;
}) {
  return (
    <select
      class="ti-input"
      aria-label={label}
      title={label}
      value={value}
      data-testid={testid}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {children}
    </select>
  );
}
