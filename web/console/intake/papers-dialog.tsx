import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { CategoryField } from "./category-field.tsx";
import { MissingPapers } from "./missing-papers.tsx";
import { PaperList } from "./paper-list.tsx";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { usePapers } from "./use-papers.ts";

/** Category and papers at any time: many standards have no step of their own for them, and papers may follow. */
export function PapersDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { text, connection, desk } = useModel();
  const papers = usePapers(view);
  const saving = useAction();
  const isRefusing = useSignal(false);
  if (isRefusing.value) return <RefuseDialog view={view} brought={papers.brought} onClose={onClose} />;
  return (
    <Dialog title={text.intake.title} lead={text.intake.lead} onClose={onClose} testid="papers-dialog">
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          saving.run(async () => {
            const documents = [...papers.brought];
            desk.putCase(await connection.call("case.notePapers", { case: view.case, documents }));
            onClose();
          });
        }}
      >
        <CategoryField
          applicant={view.applicant}
          memberType={view.member?.memberType}
          onChange={papers.categorize}
        />
        <PaperList papers={view.requirements} ticked={papers.ticked} onToggle={papers.toggle} />
        {papers.isAll ? null : (
          <MissingPapers
            view={view}
            brought={papers.brought}
            onRefuse={() => {
              isRefusing.value = true;
            }}
            onWait={onClose}
          />
        )}
        <FaultNote fault={saving.fault ?? papers.categorizing.fault} />
        <DialogFoot submit={text.intake.save} onBack={onClose} testid="papers-save" />
      </form>
    </Dialog>
  );
}
