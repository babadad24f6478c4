import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { Icon } from "./icons.tsx";

/** For work with its own frame. The browser keeps focus inside, makes the page inert, and gives focus back. */
export function Dialog({
  title,
  lead,
  onClose,
  children,
  wide = false,
  aside,
  testid,
}: {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
  readonly aside?: ComponentChildren;
  readonly testid?: string | undefined;
}) {
  const { text } = useModel();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    (
      dialog.querySelector<HTMLElement>("[data-autofocus]") ??
      dialog.querySelector<HTMLElement>("[data-main]")
    )?.focus();
    return () => dialog.close();
  }, []);

  return (
    <dialog
      ref={element}
      class={wide ? "ti-dialog ti-dialog-wide" : "ti-dialog"}
      aria-labelledby={heading}
      data-testid={testid}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="ti-dialog-head">
        <div class="ti-grow">
          <h2 id={heading}>{title}</h2>
          {lead ? (
            <p class="ti-meta two-lines" title={lead}>
              {lead}
            </p>
          ) : null}
        </div>
        {aside}
        <button type="button" class="ti-btn ti-btn-quiet" onClick={onClose}>
          <Icon name="x" />
          <span class="ti-vh">{text.app.close}</span> <span class="ti-key">Esc</span>
        </button>
      </header>
      {children}
    </dialog>
  );
}
