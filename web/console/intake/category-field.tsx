import { categoryName } from "../../../src/bridge/protocol/category-name.ts";
import type { ApplicantView } from "../../../src/bridge/protocol/intake-shapes.ts";
import { useModel } from "../state/model.ts";
import { SelectField } from "../ui/select-field.tsx";

const NONE = "";

/** Which sort of applicant of the standard this is; nothing where it tells none apart. */
export function CategoryField({
  applicant,
  memberType,
  onChange,
}: {
  readonly applicant: Pick<ApplicantView, "category" | "choices" | "suggested">;
  readonly memberType: string | null | undefined;
  readonly onChange: (category: string) => void;
}) {
  const { text } = useModel();
  const { category, choices, suggested } = applicant;
  if (choices.length === 0) return null;
  const chosen = choices.find((choice) => choice.category === category);
  const hint = chosen?.isInferred
    ? text.intake.inferred
    : suggested !== null && suggested === category && memberType
      ? text.intake.suggested(memberType)
      : undefined;
  const unchosen = category === null ? [[NONE, text.intake.choose] as const] : [];
  const options = choices.map((choice) => {
    return [choice.category, categoryName(choice.category, text.categories)] as const;
  });
  return (
    <SelectField
      label={text.intake.category}
      value={category ?? NONE}
      options={[...unchosen, ...options]}
      onChange={(value) => {
        if (value !== NONE) onChange(value);
      }}
      {...(hint === undefined ? {} : { hint })}
      testid="category"
    />
  );
}
