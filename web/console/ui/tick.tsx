import type { ComponentChildren } from "preact";
import { Icon } from "./icons.tsx";

/** One thing to be confirmed by hand. */
export function Tick({
  isOn,
  onChange,
  children,
  class: look = "",
  testid,
}: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly testid: string;
}) {
  return (
    <label class={`tick ${look}`}>
      <input
        type="checkbox"
        data-testid={testid}
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="tick-box">
        <Icon name="check" size="small" />
      </span>
      <span>{children}</span>
    </label>
  );
}
