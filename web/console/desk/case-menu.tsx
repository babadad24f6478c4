import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { CorrectDialog } from "./correct-dialog.tsx";

/** What is needed seldom: correcting a time, giving the case up. */
export function CaseMenu({ view }: { readonly view: CaseView }) {
  const { text } = useModel();
  const menu = useRef<HTMLDetailsElement>(null);
  const dialog = useSignal<"correct" | "cancel" | undefined>(undefined);

  useEffect(() => {
    const shut = (event: Event): void => {
      const element = menu.current;
      if (!element?.open) return;
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      const isOutside = event instanceof MouseEvent && !element.contains(event.target as Node);
      if (isEscape || isOutside) element.open = false;
      if (isEscape) event.stopPropagation();
    };
    document.addEventListener("click", shut);
    document.addEventListener("keydown", shut);
    return () => {
      document.removeEventListener("click", shut);
      document.removeEventListener("keydown", shut);
    };
  }, []);

  const open = (which: "correct" | "cancel"): void => {
    if (menu.current) menu.current.open = false;
    dialog.value = which;
  };
  const close = (): void => {
    dialog.value = undefined;
  };
  return (
    <>
      <details class="menu" ref={menu}>
        <summary class="ti-btn square" aria-label={text.case.more} data-testid="case-menu">
          <Icon name="more" />
        </summary>
        <div class="menu-list">
          <button
            type="button"
            class="ti-btn ti-btn-left"
            data-testid="correct-step"
            onClick={() => open("correct")}
          >
            <Icon name="clock" />
            {text.case.correct}
          </button>
          <button
            type="button"
            class="ti-btn ti-btn-left"
            data-testid="cancel-case"
            onClick={() => open("cancel")}
          >
            <Icon name="block" />
            {text.case.cancel}
          </button>
        </div>
      </details>
      {dialog.value === "correct" ? <CorrectDialog view={view} onClose={close} /> : null}
      {dialog.value === "cancel" ? <CancelDialog view={view} onClose={close} /> : null}
    </>
  );
}
