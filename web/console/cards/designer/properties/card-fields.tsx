import { useModel } from "../../../state/model.ts";
import { optionsOf, SelectField } from "../../../ui/select-field.tsx";
import { useDesigning } from "../designing.ts";
import { changeFacts, changeSides, turnCard } from "../draft/edits.ts";

/** What holds for the whole card; shown while no layer is chosen. */
export function CardFields() {
  const { properties } = useModel().text.designer;
  const { session } = useDesigning();
  const { orientation, slot, back } = session.draft;
  const hasBack = back !== undefined;
  return (
    <>
      <h3>{properties.card}</h3>
      <SelectField
        label={properties.orientation}
        value={orientation}
        options={optionsOf(properties.orientations)}
        testid="field-orientation"
        onChange={(next) => session.do((editor) => turnCard(editor, next))}
      />
      <SelectField
        label={properties.slot}
        value={slot}
        options={optionsOf(properties.slots)}
        onChange={(next) => session.do((editor) => changeFacts(editor, { slot: next }))}
      />
      <button
        type="button"
        role="switch"
        aria-checked={hasBack}
        class="switch switch-ok"
        data-testid="field-back"
        onClick={() => session.do((editor) => changeSides(editor, !hasBack))}
      >
        <i />
        {properties.hasBack}
      </button>
    </>
  );
}
