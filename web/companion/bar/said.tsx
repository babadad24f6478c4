import type { ComponentChildren } from "preact";
import type { Tone } from "../../console/ui/badge.tsx";
import { Icon, type IconName } from "../../console/ui/icons.tsx";

const ICON: Record<Tone, IconName> = { ok: "check", warn: "alert", bad: "alert", run: "run", idle: "help" };

/** What is so, what to do, and the button that does it, in the middle of the bar. */
export function Said({
  tone,
  what,
  mend,
  testid,
  children,
}: {
  readonly tone: Tone;
  readonly what: string;
  readonly mend?: string | undefined;
  readonly testid?: string | undefined;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="said" role={tone === "bad" ? "alert" : "status"} data-testid={testid}>
      <span class={`ti-t-${tone} icon`}>
        <Icon name={ICON[tone]} class={tone === "run" ? "ti-spin" : undefined} />
      </span>
      <span class="words ti-grow">
        <strong title={what}>{what}</strong>
        {mend ? (
          <span class="ti-meta" title={mend}>
            {mend}
          </span>
        ) : null}
      </span>
      {children}
    </div>
  );
}
