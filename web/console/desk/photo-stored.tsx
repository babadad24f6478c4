import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { isClosed } from "../state/desk-state.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Badge } from "../ui/badge.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";

/** Whether INLISLite has the case's photo. Quiet when it has; with what to do when it has not. */
export function PhotoStored({ view }: { readonly view: CaseView }) {
  const { text, desk, connection } = useModel();
  const writing = useAction();
  const { photo, photoDelivery: delivery, member } = view;
  if (delivery?.confirmed)
    return (
      <p class="papers">
        <Badge tone="ok" icon="check" text={text.stored.kept} testid="photo-stored" />
      </p>
    );
  const isOurs = desk.facts.value?.isPhotoDirect === true && photo !== null && member !== null;
  if (!isOurs || isClosed(view)) return null;

  const isFailed = delivery?.how === "direct";
  const why = isFailed ? (text.stored.why[delivery.code ?? ""] ?? text.stored.unknown) : undefined;
  return (
    <div class="stored">
      <Note tone={isFailed ? "warn" : "idle"} title={text.stored.notYet} text={why} testid="photo-not-stored">
        <button
          type="button"
          class="ti-btn"
          data-testid="store-photo"
          aria-busy={writing.isBusy}
          onClick={() =>
            writing.run(async () => desk.putCase(await connection.call("photo.write", { case: view.case })))
          }
        >
          <Icon name={writing.isSlow ? "run" : "refresh"} class={writing.isSlow ? "ti-spin" : undefined} />
          {isFailed ? text.stored.again : text.stored.save}
        </button>
      </Note>
      {isFailed ? null : <FaultNote fault={writing.fault} />}
    </div>
  );
}
