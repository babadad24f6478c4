import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";

/** One of the designs that cards may be printed from. */
export function DesignSelect({
  id,
  designs,
  value,
  onChange,
  testid,
}: {
  readonly id: string;
  readonly designs: readonly DesignView[];
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly testid?: string | undefined;
}) {
  return (
    <select
      id={id}
      class="ti-input"
      value={value}
      data-testid={testid}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {designs.map(({ name, title }) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </select>
  );
}
