import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { CommandName } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useWhyNot } from "../ui/permitted.tsx";
import { SwitchDialog } from "./switch-dialog.tsx";

/** A whole page for those who may use it. Anybody else who came by its address reads whose it is, and how to let them in. */
export function PermittedPage({
  to,
  children,
}: {
  readonly to: CommandName;
  readonly children: ComponentChildren;
}) {
  const { text, operator } = useModel();
  const reason = useWhyNot(to);
  const isSwitching = useSignal(false);
  const signedIn = operator.current.value?.signedIn;
  const words = text.operators.closedPage;
  if (reason === undefined || !signedIn) return children;
  return (
    <main class="ti-body closed-page" data-testid="closed-page">
      <section class="ti-panel ti-pad">
        <h1>{words.title}</h1>
        <p class="ti-lead">{reason}</p>
        <p>{words.lead(signedIn.name, text.operators.roles[signedIn.role])}</p>
        <div class="dialog-foot">
          <a class="ti-btn ti-btn-big" href={hashOf({ page: "desk" })}>
            {words.toDesk}
          </a>
          <button
            type="button"
            class="ti-btn ti-btn-go ti-btn-big"
            data-testid="closed-page-switch"
            onClick={() => {
              isSwitching.value = true;
            }}
          >
            {text.operators.change.title}
          </button>
        </div>
      </section>
      {isSwitching.value ? (
        <SwitchDialog
          signedIn={signedIn}
          onClose={() => {
            isSwitching.value = false;
          }}
        />
      ) : null}
    </main>
  );
}
