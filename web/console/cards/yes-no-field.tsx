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
