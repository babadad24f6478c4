import { useId } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { CommaList } from "../ui/comma-list.tsx";
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
  const chosen = useId();
  const change = (types: readonly string[]): void => onChange(types.length === 0 ? undefined : [...types]);
  // By their names while INLISLite is away.
  if (!known)
    return (
      <CommaList
        label={label}
        values={value}
        hint={memberTypes.typed}
        onChange={(typed) => change(typed.slice(0, MOST_TYPES).map((type) => type.slice(0, LONGEST_TYPE)))}
      />
    );
  const isMeant = (type: string): boolean => value.some((one) => isSame(one, type));
  // A rule from elsewhere, or of a type that INLISLite has lost since: it is shown, so that it can be taken out.
  const lost = value.filter((type) => !known.some((one) => isSame(one, type)));
  return (
    <div class="ti-field">
      <span class="types-label" id={field}>
        {label}
      </span>
      <details class="types" data-testid="member-types">
        <summary class="ti-input" aria-labelledby={`${field} ${chosen}`} title={value.join(", ")}>
          <span class="ti-grow ti-cut" id={chosen}>
            {value.length === 0 ? memberTypes.all : value.join(", ")}
          </span>
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

/** As the daemon compares them. */
const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
