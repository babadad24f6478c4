import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "../../console/ui/icons.tsx";
import type { Action } from "../../console/ui/work.ts";
import { useCompanion } from "../companion-model.ts";

/** The one filled button of a panel. It takes the focus when the panel turns to it, so that Enter presses it and not a button of INLISLite's. */
export function GoButton({
  icon,
  label,
  keyName,
  action,
  blockedBy,
  takesFocus = true,
  onPress,
  testid,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly keyName?: string | undefined;
  readonly action?: Action | undefined;
  /** Why it cannot be pressed now; shown below it. */
  readonly blockedBy?: string | undefined;
  readonly takesFocus?: boolean;
  readonly onPress: () => void;
  readonly testid: string;
}) {
  const { text, connection } = useCompanion();
  const button = useRef<HTMLButtonElement>(null);
  const isAway = connection.link.value !== "open";
  const reason = isAway ? text.link.waitsFor : blockedBy;
  const isSlow = action?.isSlow ?? false;
  useEffect(() => {
    if (takesFocus) button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="go">
      <button
        type="button"
        ref={button}
        class="ti-btn ti-btn-go shoot"
        disabled={reason !== undefined}
        aria-busy={action?.isBusy ?? false}
        data-testid={testid}
        onClick={() => {
          if (!action?.isBusy) onPress();
        }}
      >
        <Icon name={isSlow ? "run" : icon} class={isSlow ? "ti-spin" : undefined} />
        {label} {keyName ? <span class="ti-key">{keyName}</span> : null}
      </button>
      {reason === undefined ? null : <p class="ti-meta why-not">{reason}</p>}
    </div>
  );
}
