import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { MemberView } from "../../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../../state/model.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { TestPrintDialog } from "../list/test-print-dialog.tsx";
import { Canvas } from "./canvas/canvas.tsx";
import { pageKey } from "./canvas/canvas-keys.ts";
import { useLiveAnswer } from "./canvas/use-live-answer.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { DesignerHead } from "./designer-head.tsx";
import type { Sample, ShownOn } from "./designer-session.ts";
import { useDesigning } from "./designing.ts";
import { draftIn, select } from "./draft/editor.ts";
import { CanvasBar } from "./panels/canvas-bar.tsx";
import { CheckPanel } from "./panels/check-panel.tsx";
import { LayersPanel } from "./panels/layers-panel.tsx";
import { Properties } from "./properties/properties.tsx";

/** Often enough to follow a hand, and the daemon's other work goes on between two pictures, ms. */
const PREVIEW_AFTER_MS = 60;
/** Six cards are drawn and read back for one check: not while somebody is still drawing, ms. */
const CHECK_AFTER_MS = 700;

/** One design, being edited: layers, the card, properties, and what speaks against printing it. */
export function Designer({ onReload }: { readonly onReload: () => Promise<void> }) {
  const model = useModel();
  const { text, connection } = model;
  const { session, view } = useDesigning();
  const isPrinting = useSignal(false);
  const isOpen = connection.link.value === "open";
  const draft = useComputed(() => draftIn(session.editor.value));
  const { side } = session.editor.value;
  const whom = view.shownOn.value;

  const shown = useMemo(() => ({ draft: draft.value, on: shownOn(whom), side }), [draft.value, whom, side]);
  const preview = useLiveAnswer(
    isOpen ? shown : undefined,
    ({ draft: now, ...how }, signal) => session.preview(now, how, signal),
    { afterMs: PREVIEW_AFTER_MS, cancels: false },
  );
  const check = useLiveAnswer(isOpen ? draft.value : undefined, (now, signal) => session.check(now, signal), {
    afterMs: CHECK_AFTER_MS,
    cancels: true,
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isInDialog = document.querySelector("dialog[open]") !== null;
      if (!isInDialog && pageKey(event, session)) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    model.backFirst = () => {
      if (session.editor.peek().selected.length === 0) return false;
      session.do((editor) => select(editor, []));
      return true;
    };
    return () => {
      window.removeEventListener("keydown", onKey);
      model.backFirst = undefined;
    };
  }, [session]);

  return (
    <main class="ti-body designer" data-testid="designer">
      <DesignerHead
        check={check}
        onPrint={() => {
          isPrinting.value = true;
        }}
      />
      <ConflictNote onReload={onReload} />
      <div class="designer-columns">
        <LayersPanel />
        <div class="designer-middle">
          <CanvasBar />
          <Canvas drawn={preview.answer} isStale={preview.isStale} />
          <FaultNote fault={preview.fault} />
          <p class="ti-meta keys-hint">{text.designer.keysHint}</p>
        </div>
        <div class="designer-side">
          <Properties />
          <CheckPanel check={check} />
        </div>
      </div>
      {isPrinting.value ? (
        <TestPrintDialog
          design={session.design.value}
          onClose={() => {
            isPrinting.value = false;
          }}
        />
      ) : null}
      <LeaveGuard
        name={session.draft.title}
        isDirty={session.isDirty}
        save={async () => {
          await session.save();
          return !session.isConflicting.peek();
        }}
      />
    </main>
  );
}

const shownOn = (whom: Sample | MemberView): ShownOn =>
  typeof whom === "string"
    ? { sample: whom }
    : { member: { memberId: whom.memberId, memberNo: whom.memberNo } };
