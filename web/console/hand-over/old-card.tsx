import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Note } from "../ui/note.tsx";

/** At the side of a case for a lost or damaged card: since when the old one is void, and the way back while there is one. */
export function OldCard({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text, connection, desk } = model;
  const isAsking = useSignal(false);
  const finding = useAction();
  const { voided } = view;
  if (!voided) return null;
  const mayBeLifted = voided.standing === "voided" && view.jobs.every(({ mayHaveInk }) => !mayHaveInk);
  const close = (): void => {
    isAsking.value = false;
  };
  const found = (): void =>
    finding.run(async () => {
      desk.putCase(await connection.call("case.cardFound", { case: view.case }));
      close();
    });
  return (
    <>
      <Note
        tone="warn"
        icon="block"
        title={text.voided.oldCard[voided.reason]}
        text={text.voided.oldCardSince(model.moment(voided.since))}
        testid="old-card"
      >
        {mayBeLifted ? (
          <button
            type="button"
            class="ti-btn"
            data-testid="card-found"
            onClick={() => {
              isAsking.value = true;
            }}
          >
            {text.voided.found}
          </button>
        ) : null}
      </Note>
      {isAsking.value ? (
        <Dialog title={text.voided.foundTitle} onClose={close} testid="card-found-dialog">
          <div class="dialog-body">
            <p>{text.voided.foundLead}</p>
            <FaultNote fault={finding.fault} />
            <div class="dialog-foot">
              <button type="button" class="ti-btn ti-btn-big" onClick={close}>
                {text.app.back}
              </button>
              <button
                type="button"
                class="ti-btn ti-btn-go ti-btn-big"
                data-main
                data-testid="card-found-go"
                onClick={found}
              >
                {text.voided.foundGo}
              </button>
            </div>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
