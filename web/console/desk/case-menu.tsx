import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { PassOnDialog } from "../passing/pass-on-dialog.tsx";
import { ReopenedPhoto } from "../photo/reopened-photo.tsx";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { useShutMenu } from "../ui/shut-menu.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { CorrectDialog } from "./correct-dialog.tsx";

type Which = "photo" | "pass" | "correct" | "cancel";

/** What is needed seldom: putting the photo right once more, handing the case on, correcting a time, giving it up. */
export function CaseMenu({ view }: { readonly view: CaseView }) {
  const { text } = useModel();
  const hasPhoto = view.photo !== null && view.status !== "paused";
  const menu = useRef<HTMLDetailsElement>(null);
  const dialog = useSignal<Which | undefined>(undefined);

  const shut = useShutMenu(menu);
  const open = (which: Which): void => {
    shut();
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
          {hasPhoto ? (
            <button
              type="button"
              class="ti-btn ti-btn-left"
              data-testid="reopen-photo"
              onClick={() => open("photo")}
            >
              <Icon name="sliders" />
              {text.photo.reopen}
            </button>
          ) : null}
          <button type="button" class="ti-btn ti-btn-left" data-testid="pass-on" onClick={() => open("pass")}>
            <Icon name="user" />
            {text.passing.title}
          </button>
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
      {dialog.value === "photo" ? <ReopenedPhoto view={view} onClose={close} /> : null}
      {dialog.value === "pass" ? <PassOnDialog view={view} onClose={close} /> : null}
      {dialog.value === "correct" ? <CorrectDialog view={view} onClose={close} /> : null}
      {dialog.value === "cancel" ? <CancelDialog view={view} onClose={close} /> : null}
    </>
  );
}
