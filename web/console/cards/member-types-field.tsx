import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** What a template and a rule may hold. */
const MOST_TYPES = 20;
const LONGEST_TYPE = 50;

/** Which types of members are meant; none is every type. `known`: INLISLite's own, undefined while it cannot be asked. */
export function MemberTypesField({
  label,
  known,
  value = [],
  onChange,
}: {
  readonly label: string;
  readonly known: readonly string[] | undefined;
  readonly value: readonly string[] | undefined;
  readonly onChange: (types: string[] | undefined) => void;
}) {
  const { memberTypes } = useModel().text.cards;
  const field = useId();
  const change = (types: readonly string[]): void => onChange(types.length === 0 ? undefined : [...types]);
  if (!known) return <TypedTypes label={label} value={value} onChange={change} />;
  const isMeant = (type: string): boolean => value.some((one) => isSame(one, type));
  // A rule from elsewhere, or of a type that INLISLite has lost since: it is shown, so that it can be taken out.
  const lost = value.filter((type) => !known.some((one) => isSame(one, type)));
  return (
    <div class="ti-field">
      <span class="types-label" id={field}>
        {label}
      </span>
      <details class="types" data-testid="member-types">
        <summary class="ti-input" aria-labelledby={field} title={value.join(", ")}>
          <span class="ti-grow ti-cut">{value.length === 0 ? memberTypes.all : value.join(", ")}</span>
          <Icon name="down" size="small" />
        </summary>
        <fieldset aria-labelledby={field}>
          {[...known, ...lost].map((type) => (
            <label key={type}>
              <input
                type="checkbox"
                checked={isMeant(type)}
                disabled={!isMeant(type) && value.length >= MOST_TYPES}
                onChange={() =>
                  change(isMeant(type) ? value.filter((one) => !isSame(one, type)) : [...value, type])
                }
              />
              <span>{lost.includes(type) ? memberTypes.lost(type) : type}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}

/** By their names, with commas between them, while INLISLite is away. */
function TypedTypes({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (types: readonly string[]) => void;
}) {
  const { memberTypes } = useModel().text.cards;
  const field = useId();
  // While a comma is being typed, what is in the field is not yet what is meant.
  const typed = useSignal<string | undefined>(undefined);
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <input
        id={field}
        class="ti-input"
        value={typed.value ?? value.join(", ")}
        aria-describedby={`${field}-hint`}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          onChange(typesIn(event.currentTarget.value));
        }}
        onBlur={() => {
          typed.value = undefined;
        }}
      />
      <p class="ti-meta" id={`${field}-hint`}>
        {memberTypes.typed}
      </p>
    </div>
  );
}

const typesIn = (text: string): readonly string[] =>
  text
    .split(",")
    .map((type) => type.trim().slice(0, LONGEST_TYPE))
    .filter((type) => type !== "")
    .slice(0, MOST_TYPES);

/** As the daemon compares them. */
const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
