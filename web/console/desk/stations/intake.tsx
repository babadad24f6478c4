import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { completeStep } from "../complete-step.ts";
import { Published, StepHead } from "../step-head.tsx";

/** The standard's own requirements, ticked as they are shown. What is missing never blocks: that is the desk's to decide. */
export function IntakeStation({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text } = model;
  const ticked = useSignal<ReadonlySet<string>>(
    new Set(view.requirements.filter(({ isChecked }) => isChecked).map(({ id }) => id)),
  );
  const ending = useAction();
  const isAll = ticked.value.size === view.requirements.length;

  const toggle = (id: string): void => {
    const next = new Set(ticked.value);
    if (!next.delete(id)) next.add(id);
    ticked.value = next;
  };

  return (
    <section class="ti-panel work" aria-labelledby="now">
      <div class="act">
        <StepHead view={view} />
        {view.requirements.length === 0 ? (
          <p class="ti-lead">{text.intake.none}</p>
        ) : (
          <ul class="checklist" aria-label={text.intake.list}>
            {view.requirements.map(({ id, text: words }) => (
              <li key={id}>
                <label class="tick" data-testid="requirement">
                  <input type="checkbox" checked={ticked.value.has(id)} onChange={() => toggle(id)} />
                  <span class="tick-box">
                    <Icon name="check" size="small" />
                  </span>
                  <span class="two-lines" title={words}>
                    {words}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
        <MainButton
          icon="check"
          label={isAll ? text.steps.intake.go : text.intake.goPartial}
          action={ending}
          onPress={() => ending.run(() => completeStep(model, view, { documents: [...ticked.value] }))}
        />
        <FaultNote fault={ending.fault} />
        <p class="ti-meta">
          {isAll
            ? ""
            : `${text.intake.partial(ticked.value.size, view.requirements.length)}. ${text.intake.note}`}
        </p>
        <Published view={view} />
      </div>
    </section>
  );
}
