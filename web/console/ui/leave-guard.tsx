import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useModel } from "../state/model.ts";
import type { Route } from "../state/route.ts";
import { useAction } from "./action.ts";
import { Dialog } from "./dialog.tsx";
import { FaultNote } from "./fault-note.tsx";

/** Nobody loses work to a slip: leaving with unsaved changes asks, closing the tab makes the browser ask. */
export function LeaveGuard({
  name,
  isDirty,
  save,
}: {
  /** Of what is being changed. */
  readonly name: string;
  readonly isDirty: ReadonlySignal<boolean>;
  /** Resolves to false where a question has come up that the page itself asks. */
  readonly save: () => Promise<boolean>;
}) {
  const { text, router } = useModel();
  const saving = useAction();
  const wanted = useSignal<Route | undefined>(undefined);
  const { leave } = text;

  useEffect(() => {
    router.guard = (to) => {
      if (!isDirty.peek()) return true;
      wanted.value = to;
      return false;
    };
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (isDirty.peek()) event.preventDefault();
    };
    window.addEventListener("beforeunload", onUnload);
    return () => {
      router.guard = undefined;
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [isDirty]);

  const to = wanted.value;
  if (!to) return null;
  const stay = (): void => {
    wanted.value = undefined;
  };
  const go = (): void => {
    router.guard = undefined;
    router.go(to.page, to.id);
  };
  const saveAndGo = (): void =>
    saving.run(async () => {
      if (await save()) go();
      else stay();
    });
  return (
    <Dialog title={leave.title} onClose={stay} testid="leave-dialog">
      <div class="dialog-body">
        <p>{leave.lead(name)}</p>
        <FaultNote fault={saving.fault} />
        <div class="dialog-foot">
          <button type="button" class="ti-btn ti-btn-big" data-testid="leave-discard" onClick={go}>
            {leave.discard}
          </button>
          <button type="button" class="ti-btn ti-btn-big" data-testid="leave-stay" onClick={stay}>
            {leave.stay}
          </button>
          <button
            type="button"
            class="ti-btn ti-btn-go ti-btn-big"
            data-main
            data-testid="leave-save"
            onClick={saveAndGo}
          >
            {leave.save}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
