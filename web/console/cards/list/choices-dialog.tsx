import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { DesignsView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { DialogFoot } from "../../ui/dialog-foot.tsx";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useKnownTypes } from "../known-types.ts";
import { DesignSelect } from "./design-select.tsx";
import { type Rule, RuleFields } from "./rule-fields.tsx";

/** As many as the daemon keeps. */
const MOST_RULES = 50;

/** Which design a member's card gets: the first rule that fits, else one for everybody. */
export function ChoicesDialog({
  view,
  onSaved,
  onClose,
}: {
  readonly view: DesignsView;
  readonly onSaved: (view: DesignsView) => void;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const { choices } = text.cards;
  const saving = useAction();
  const rules = useSignal<readonly Rule[]>(view.choices.rules);
  const fallback = useSignal(view.choices.default);
  const field = useId();
  const types = useKnownTypes();
  const usable = view.designs.filter(({ isApproved }) => isApproved);
  const isComplete = rules.value.every(hasCondition);

  const put = (at: number, rule: Rule): void => {
    rules.value = rules.value.with(at, rule);
  };
  const drop = (at: number): void => {
    rules.value = rules.value.toSpliced(at, 1);
  };
  const up = (at: number): void => {
    const moved = rules.value[at];
    if (moved) rules.value = rules.value.toSpliced(at, 1).toSpliced(at - 1, 0, moved);
  };
  const add = (): void => {
    rules.value = [...rules.value, { minor: true, design: fallback.value }];
  };
  const save = (event: Event): void => {
    event.preventDefault();
    if (!isComplete) return;
    saving.run(async () => {
      const wanted = { default: fallback.value, rules: [...rules.value] };
      onSaved(await connection.call("design.choose", { choices: wanted }));
      onClose();
    });
  };

  return (
    <Dialog title={choices.title} lead={choices.lead} onClose={onClose} wide testid="choices-dialog">
      <form class="dialog-body choices-form" onSubmit={save}>
        <ol class="rules">
          {rules.value.map((rule, at) => (
            <RuleFields
              key={at}
              number={at + 1}
              rule={rule}
              designs={usable}
              types={types}
              onChange={(next) => put(at, next)}
              onRemove={() => drop(at)}
              onUp={at === 0 ? undefined : () => up(at)}
            />
          ))}
          {rules.value.length === 0 ? <li class="ti-meta">{choices.empty}</li> : null}
        </ol>
        <button
          type="button"
          class="ti-btn"
          data-testid="add-rule"
          disabled={rules.value.length >= MOST_RULES}
          onClick={add}
        >
          <Icon name="plus" />
          {choices.add}
        </button>
        <div class="ti-field fallback">
          <label for={field}>{choices.default}</label>
          <DesignSelect
            id={field}
            designs={usable}
            value={fallback.value}
            testid="default-design"
            onChange={(name) => {
              fallback.value = name;
            }}
          />
        </div>
        <FaultNote fault={saving.fault} />
        <DialogFoot
          submit={choices.save}
          whyNot={isComplete ? undefined : choices.needsCondition}
          onBack={onClose}
          testid="save-choices"
        />
      </form>
    </Dialog>
  );
}

const hasCondition = ({ memberTypes, minor, photo }: Rule): boolean =>
  memberTypes !== undefined || minor !== undefined || photo !== undefined;
