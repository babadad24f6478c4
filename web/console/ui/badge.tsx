import { Icon, type IconName } from "./icons.tsx";

export type Tone = "ok" | "warn" | "bad" | "run" | "idle";

/** State = shape + word + colour. */
export function Badge({
  tone,
  icon,
  text,
  testid,
}: {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
  readonly testid?: string | undefined;
}) {
  return (
    <span class={`ti-state ti-${tone}`} data-testid={testid}>
      <Icon name={icon} class={icon === "run" ? "ti-spin" : undefined} />
      {text}
    </span>
  );
}
