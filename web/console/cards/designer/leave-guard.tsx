import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useModel } from "../../state/model.ts";
import type { Route } from "../../state/route.ts";
import { useAction } from "../../ui/action.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FaultNote } from "../../ui/fault-note.tsx";
import { useDesigning } from "./designing.ts";

/** Nobody loses a drawing to a slip: leaving with unsaved changes asks, closing the tab makes the browser ask. */
export function LeaveGuard() {
  const { text, router } = useModel();
  const { session } = useDesigning();
  const saving = useAction();
  const wanted = useSignal<Route | undefined>(undefined);
  const { leave } = text.designer;

  useEffect(() => {
    router.guard = (to) => {
      if (!session.isDirty.peek()) return true;
      wanted.value = to;
      return false;
    };
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (session.isDirty.peek()) event.preventDefault();
    };
    window.addEventListener("beforeunload", onUnload);
    return () => {
      router.guard = undefined;
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [session]);

  const to = wanted.value;
  if (!to) return null;
  const stay = (): void => {
    wanted.value = undefined;
  };
  const go = (): void => {
    router.guard = undefined;
    router.go(to.page, to.id);
  };
  const save = (): void =>
    saving.run(async () => {
      await session.save();
      if (session.isConflicting.peek()) stay();
      else go();
    });
  return (
    <Dialog title={leave.title} onClose={stay} testid="leave-dialog">
      <div class="dialog-body">
        <p>{leave.lead(session.draft.title)}</p>
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
            onClick={save}
          >
            {leave.save}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
