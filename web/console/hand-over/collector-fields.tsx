import { useId } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { type Collector, RELATIONS, type Relation } from "./draft.ts";

/** Who takes a card that is not theirs: what they are to the member, and a name for the encrypted file. */
export function CollectorFields({
  value,
  onChange,
}: {
  readonly value: Collector;
  readonly onChange: (value: Collector) => void;
}) {
  const { text } = useModel();
  const { handover } = text;
  const [relationField, nameField] = [useId(), useId()];
  return (
    <div class="collector-fields">
      <div class="ti-field">
        <label for={relationField}>{handover.relation}</label>
        <select
          id={relationField}
          class="ti-input"
          data-testid="collector-relation"
          value={value.relation}
          onChange={(event) => onChange({ ...value, relation: event.currentTarget.value as Relation })}
        >
          {RELATIONS.map((key) => (
            <option key={key} value={key}>
              {handover.relations[key]}
            </option>
          ))}
        </select>
      </div>
      <div class="ti-field ti-grow">
        <label for={nameField}>{handover.collectorName}</label>
        <input
          id={nameField}
          class="ti-input"
          autocomplete="off"
          spellcheck={false}
          maxLength={120}
          data-testid="collector-name"
          value={value.name}
          onInput={(event) => onChange({ ...value, name: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}
