import type { ComponentChildren } from "preact";
import type { Tone } from "./badge.tsx";
import { Icon, type IconName } from "./icons.tsx";

const ICON: Record<Tone, IconName> = { ok: "check", warn: "alert", bad: "alert", run: "scan", idle: "help" };

/** What happened, what to do, and the button that does it. Stays until mended. */
export function Note({
  tone,
  title,
  text,
  icon,
  children,
  testid,
}: {
  readonly tone: Tone;
  readonly title: string;
  readonly text?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly children?: ComponentChildren;
  readonly testid?: string | undefined;
}) {
  return (
    <div class={`ti-note ti-${tone}`} role={tone === "bad" ? "alert" : "status"} data-testid={testid}>
      <Icon name={icon ?? ICON[tone]} />
      <span class="ti-grow">
        <strong>{title}</strong>
        {text ? ` ${text}` : ""}
      </span>
      {children}
    </div>
  );
}
