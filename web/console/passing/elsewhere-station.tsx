import type { HolderView } from "../../../src/bridge/protocol/intake-shapes.ts";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { StepHead } from "../desk/step-head.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { placeWords } from "./place-words.ts";

/** In place of the work: another desk looks after it. Nothing is locked; whoever has the applicant takes it over. */
export function ElsewhereStation({ view, holder }: { readonly view: CaseView; readonly holder: HolderView }) {
  const model = useModel();
  const { text, connection, desk } = model;
  const taking = useAction();
  const { passing } = text;
  const take = (): void =>
    taking.run(async () => {
      const operator = model.operatorName;
      const by = operator === "" ? {} : { operator };
      desk.putCase(await connection.call("case.takeOver", { case: view.case, ...by }));
    });
  return (
    <section class="ti-panel work" aria-labelledby="now" data-testid="elsewhere">
      <div class="act">
        <StepHead
          view={view}
          title={passing.elsewhereTitle(placeWords(holder, text))}
          lead={holder.isAwaited ? passing.awaited : passing.elsewhereLead}
        />
        <MainButton icon="hand" label={passing.take} action={taking} onPress={take} />
        <FaultNote fault={taking.fault} />
      </div>
    </section>
  );
}
