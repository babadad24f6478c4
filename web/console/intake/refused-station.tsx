import type { CategoryView } from "../../../src/bridge/protocol/intake-shapes.ts";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { StepHead } from "../desk/step-head.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { CategoryField } from "./category-field.tsx";
import { RefusedWords } from "./refused-words.tsx";
import { usePapers } from "./use-papers.ts";

/** In place of the work: the standard does not serve this applicant. A wrong choice is put right here too. */
export function RefusedStation({ view, choice }: { readonly view: CaseView; readonly choice: CategoryView }) {
  const { text, connection, desk } = useModel();
  const { categorize, categorizing } = usePapers(view);
  const closing = useAction();
  const { refused } = text.intake;
  return (
    <section class="ti-panel work" aria-labelledby="now" data-testid="refused">
      <div class="act">
        <StepHead view={view} title={refused.title} lead={refused.lead} />
        <RefusedWords choice={choice} />
        <CategoryField
          applicant={view.applicant}
          memberType={view.member?.memberType}
          onChange={categorize}
        />
        <MainButton
          icon="block"
          label={refused.go}
          action={closing}
          onPress={() =>
            closing.run(async () => {
              desk.putCase(await connection.call("case.refuse", { case: view.case, reason: "category" }));
            })
          }
        />
        <FaultNote fault={closing.fault ?? categorizing.fault} />
        <p class="then">
          <span>{refused.counted}</span>
        </p>
      </div>
    </section>
  );
}
