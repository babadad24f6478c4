import { useEffect, useRef } from "preact/hooks";
import { useModel } from "../state/model.ts";
import type { Action } from "./action.ts";
import { Icon, type IconName } from "./icons.tsx";

/** The next thing to do. One on a page; Enter presses it from anywhere. */
export function MainButton({
  icon,
  label,
  keyName = "Enter",
  action,
  onPress,
  blockedBy,
  takesSpace = false,
  takesFocus = true,
  size = "page",
  testid = "main-button",
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly keyName?: string;
  readonly action?: Action | undefined;
  readonly onPress: () => void;
  /** Why it cannot be pressed now; shown beside it. */
  readonly blockedBy?: string | undefined;
  /** The shutter: Space presses it too, wherever the focus is. */
  readonly takesSpace?: boolean;
  /** False where people work elsewhere on the page while what is to be done next changes. */
  readonly takesFocus?: boolean;
  readonly size?: "page" | "dialog";
  readonly testid?: string;
}) {
  const { text, connection } = useModel();
  const button = useRef<HTMLButtonElement>(null);
  const isAway = connection.link.value !== "open";
  const reason = isAway ? text.link.waitsFor : blockedBy;
  const isSlow = action?.isSlow ?? false;

  // After each step the focus goes to the new main button, unless somebody is typing.
  useEffect(() => {
    const active = document.activeElement;
    const isTyping = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
    if (takesFocus && !isTyping) button.current?.focus({ preventScroll: true });
  }, [label]);

  return (
    <div class="main-action">
      <button
        type="button"
        ref={button}
        class={`ti-btn ti-btn-go ${size === "page" ? "ti-btn-main" : "ti-btn-big"}`}
        data-main
        data-space={takesSpace ? "" : undefined}
        data-testid={testid}
        disabled={reason !== undefined}
        aria-busy={action?.isBusy ?? false}
        onClick={() => {
          if (!action?.isBusy) onPress();
        }}
      >
        <Icon
          name={isSlow ? "run" : icon}
          size={size === "page" ? "large" : undefined}
          class={isSlow ? "ti-spin" : undefined}
        />
        {label} <span class="ti-key">{keyName}</span>
      </button>
      {reason === undefined ? null : <p class="why-not">{reason}</p>}
    </div>
  );
}
