import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../../src/bridge/protocol/shapes.ts";
import { CategoryField } from "../../intake/category-field.tsx";
import { MissingPapers } from "../../intake/missing-papers.tsx";
import { PaperList } from "../../intake/paper-list.tsx";
import { RefuseDialog } from "../../intake/refuse-dialog.tsx";
import { usePapers } from "../../intake/use-papers.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { completeStep } from "../complete-step.ts";
import { Published, StepHead } from "../step-head.tsx";

/** The papers of this category of applicant. What is missing never blocks: that is the desk's to decide. */
export function IntakeStation({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text } = model;
  const papers = usePapers(view);
  const ending = useAction();
  const isRefusing = useSignal(false);
  const { brought, isAll } = papers;

  return (
    <section class="ti-panel work" aria-labelledby="now">
      <div class="act">
        <div class="intake-head">
          <StepHead view={view} />
          <CategoryField
            applicant={view.applicant}
            memberType={view.member?.memberType}
            onChange={papers.categorize}
          />
        </div>
        <PaperList papers={view.requirements} ticked={papers.ticked} onToggle={papers.toggle} />
        <MainButton
          icon="check"
          label={isAll ? text.steps.intake.go : text.intake.goPartial}
          action={ending}
          onPress={() => ending.run(() => completeStep(model, view, { documents: [...brought] }))}
        />
        <FaultNote fault={ending.fault ?? papers.categorizing.fault} />
        {isAll ? null : (
          <MissingPapers
            view={view}
            brought={brought}
            onRefuse={() => {
              isRefusing.value = true;
            }}
          />
        )}
        <Published view={view} />
      </div>
      {isRefusing.value ? (
        <RefuseDialog
          view={view}
          brought={brought}
          onClose={() => {
            isRefusing.value = false;
          }}
        />
      ) : null}
    </section>
  );
}
