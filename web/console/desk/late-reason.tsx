import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { CaseView, LateReason } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { verdictsOf } from "./verdict.ts";

/** Offered once a case has come late, and never in the way: the next case may begin without an answer. */
export function LateReasonOffer({ view }: { readonly view: CaseView }) {
  const words = useModel().text.lateReason;
  const isOpen = useSignal(false);
  const { published, stepSum } = view.promise;
  const isLate = !verdictsOf({ view, sinceMs: 0 }).isUndecided && [published, stepSum].includes("late");
  if (view.status !== "handed-over" || !isLate) return null;
  const given = view.lateReason;
  return (
    <div class="late-reason" data-testid="late-reason">
      {given === null ? null : <p>{words.saved(words.reasons[given])}</p>}
      <button
        type="button"
        class="ti-btn"
        data-testid="late-reason-ask"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {given === null ? words.ask : words.change}
      </button>
      {isOpen.value ? (
        <LateReasonDialog
          view={view}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </div>
  );
}

function LateReasonDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { text, connection, desk } = useModel();
  const words = text.lateReason;
  const note = useSignal("");
  const giving = useAction();
  const field = useId();
  const give = (reason: LateReason): void =>
    giving.run(async () => {
      const said = note.value.trim();
      const answer = { case: view.case, reason, ...(said && { note: said }) };
      desk.putCase(await connection.call("case.lateReason", answer));
      onClose();
    });
  return (
    <Dialog title={words.title} lead={words.lead} onClose={onClose} testid="late-reason-dialog">
      <div class="dialog-body">
        <div class="ti-field">
          <label for={field}>{words.note}</label>
          <input
            id={field}
            class="ti-input"
            maxLength={200}
            placeholder={words.noteHint}
            value={note.value}
            onInput={(event) => {
              note.value = event.currentTarget.value;
            }}
          />
        </div>
        <div class="reasons">
          {(Object.keys(words.reasons) as LateReason[]).map((reason) => (
            <button
              key={reason}
              type="button"
              class="ti-btn ti-btn-left"
              aria-pressed={view.lateReason === reason}
              data-testid={`late-${reason}`}
              onClick={() => give(reason)}
            >
              {words.reasons[reason]}
            </button>
          ))}
        </div>
        <FaultNote fault={giving.fault} />
      </div>
    </Dialog>
  );
}
