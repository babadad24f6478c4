import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { SelectField } from "../ui/select-field.tsx";

/** True, false, or no matter. */
export function YesNoField({
  label,
  words,
  value,
  onChange,
  testid,
}: {
  readonly label: string;
  readonly words: { readonly any: string; readonly yes: string; readonly no: string };
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean | undefined) => void;
  readonly testid?: string;
}) {
  const answers = (["any", "yes", "no"] as const).map((answer) => [answer, words[answer]] as const);
  return (
    <SelectField
      label={label}
      value={value === undefined ? "any" : value ? "yes" : "no"}
      options={answers}
      onChange={(answer) => onChange(answer === "any" ? undefined : answer === "yes")}
      {...(testid === undefined ? {} : { testid })}
    />
  );
}

/** What a template and a rule may hold. */
const MOST_TYPES = 20;
const LONGEST_TYPE = 50;

/** Types by their names in INLISLite, with commas between them; none is every type. */
export function MemberTypesField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly string[] | undefined;
  readonly onChange: (types: string[] | undefined) => void;
}) {
  const field = useId();
  // While a comma is being typed, what is in the field is not yet what is meant.
  const typed = useSignal<string | undefined>(undefined);
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <input
        id={field}
        class="ti-input"
        value={typed.value ?? value?.join(", ") ?? ""}
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
        {hint}
      </p>
    </div>
  );
}

function typesIn(text: string): string[] | undefined {
  const types = text
    .split(",")
    .map((type) => type.trim().slice(0, LONGEST_TYPE))
    .filter((type) => type !== "")
    .slice(0, MOST_TYPES);
  return types.length === 0 ? undefined : types;
}
