import type { CaseView } from "../../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { completeStep } from "../complete-step.ts";
import { SpoiledCard } from "../spoiled-card.tsx";
import { stationOf, workOf } from "../stations.ts";
import { Published, StepHead } from "../step-head.tsx";

/** Somebody does something away from the screen, and the operator says that it is done. */
export function TellStation({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text } = model;
  const ending = useAction();
  const work = workOf(view);
  if (work === null) return <section class="ti-panel work" />;
  return (
    <section class="ti-panel work" aria-labelledby="now">
      <div class="act">
        <StepHead view={view} />
        <MainButton
          icon="check"
          label={text.steps[work].go}
          action={ending}
          onPress={() => ending.run(() => completeStep(model, view))}
        />
        <FaultNote fault={ending.fault} />
        <div class="alts">
          <button
            type="button"
            class="ti-btn ti-btn-left"
            data-testid="skip-step"
            onClick={() => ending.run(() => completeStep(model, view, { result: "not-needed" }))}
          >
            <Icon name="arrow" />
            {text.case.skip}
          </button>
          {["cut", "laminate"].includes(stationOf(work)) ? <SpoiledCard view={view} /> : null}
        </div>
        <Published view={view} />
      </div>
    </section>
  );
}
