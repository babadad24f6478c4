import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { usePrintSession } from "./print-session.ts";
import { ReprintDialog } from "./reprint-dialog.tsx";
import { lastJob } from "./stations.ts";

/** A card that was good and is not any more: the case goes back to the printer and its clock runs on. */
export function SpoiledCard({ view }: { readonly view: CaseView }) {
  const { text } = useModel();
  const session = usePrintSession(view);
  const job = lastJob(view);
  if (job?.state !== "confirmed") return null;
  const isAsking = session.isAsking;
  return (
    <>
      <button
        type="button"
        class="ti-btn ti-btn-left"
        data-testid="card-spoiled"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        <Icon name="refresh" />
        {text.print.spoiled}
      </button>
      <FaultNote fault={session.telling.fault} />
      {isAsking.value ? (
        <ReprintDialog
          without={["did-not-come-out"]}
          onClose={() => {
            isAsking.value = false;
          }}
          onReason={(reason) => {
            isAsking.value = false;
            session.reject(job, reason);
          }}
        />
      ) : null}
    </>
  );
}
