import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "../../console/ui/icons.tsx";
import { useCompanion } from "../companion-model.ts";

/** The panel beside the form, never over it. Esc closes it, and the focus goes back to where it was. */
export function Drawer({
  title,
  closeLabel,
  aside,
  onBack,
  testid,
  children,
}: {
  readonly title: string;
  readonly closeLabel: string;
  readonly aside?: ComponentChildren;
  /** What Esc does before it closes the panel; false when there is nothing to go back from. */
  readonly onBack?: (() => boolean) | undefined;
  readonly testid: string;
  readonly children: ComponentChildren;
}) {
  const { panel } = useCompanion();
  const heading = useId();
  const before = useRef(document.activeElement);
  const close = (): void => {
    panel.value = undefined;
  };
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement && before.current.isConnected)
        before.current.focus({ preventScroll: true });
    },
    [],
  );
  return (
    <section
      class="drawer"
      role="dialog"
      aria-labelledby={heading}
      data-testid={testid}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        if (!onBack?.()) close();
      }}
    >
      <header>
        <h3 id={heading}>{title}</h3>
        {aside}
        <button type="button" class="ti-btn ti-btn-quiet close" aria-label={closeLabel} onClick={close}>
          <Icon name="x" />
        </button>
      </header>
      {children}
    </section>
  );
}
