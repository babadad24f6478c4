import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Fault, faultOf } from "../../connection.ts";
import { useModel } from "../../state/model.ts";
import { hashOf } from "../../state/route.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Note } from "../../ui/note.tsx";
import { CanvasView } from "./canvas/canvas-view.ts";
import { Designer } from "./designer.tsx";
import { DesignerSession } from "./designer-session.ts";
import { type Designing, DesigningProvider } from "./designing.ts";

/** Opens one design for editing. What was opened stays open while the link is away. */
export function DesignerPage({ name }: { readonly name: string }) {
  const { text, connection } = useModel();
  const opened = useSignal<Designing | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  const isOpen = connection.link.value === "open";

  const open = async (signal?: AbortSignal): Promise<void> => {
    try {
      const session = new DesignerSession(
        connection,
        await connection.call("design.get", { name }, signal ? { signal } : {}),
      );
      fault.value = undefined;
      const opening = (opened.peek()?.opening ?? 0) + 1;
      opened.value = { opening, session, view: new CanvasView(() => session.draft.orientation) };
    } catch (thrown) {
      if (!signal?.aborted) fault.value = faultOf(thrown);
    }
  };
  useEffect(() => {
    if (!isOpen || opened.peek()) return;
    const cancel = new AbortController();
    void open(cancel.signal);
    return () => cancel.abort();
  }, [isOpen]);

  const designing = opened.value;
  if (!designing || designing.session.design.value.source === "installed")
    return (
      <main class="ti-body cards" data-testid="designer-closed">
        <h1 class="ti-vh">{text.cards.title}</h1>
        <FaultNote fault={fault.value} />
        {designing ? (
          <Note tone="idle" title={text.designer.readOnly} text={text.designer.readOnlyMend} />
        ) : fault.value ? null : (
          <p class="ti-lead">
            <Icon name="run" class="ti-spin" /> {text.designer.loading}
          </p>
        )}
        <p>
          <a class="ti-btn" href={hashOf({ page: "cards" })}>
            {text.designer.backToList}
          </a>
        </p>
      </main>
    );
  return (
    <DesigningProvider value={designing}>
      <Designer key={designing.opening} onReload={() => open()} />
    </DesigningProvider>
  );
}
