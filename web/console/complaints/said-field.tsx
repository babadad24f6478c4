import { useId } from "preact/hooks";
import { LONGEST_COMPLAINT } from "../../../src/bridge/protocol/limits.ts";
import { useModel } from "../state/model.ts";
import { describedBy, FieldHint } from "../ui/field-hint.tsx";

/** Many lines. What is too long is said and not cut: nobody's complaint loses its end without a word. */
export function SaidField({
  label,
  hint,
  value,
  onInput,
  testid,
  isFirst = false,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly testid: string;
  readonly isFirst?: boolean;
}) {
  const model = useModel();
  const field = useId();
  const { length } = value.trim();
  const error =
    length > LONGEST_COMPLAINT
      ? model.text.complaints.intake.long(model.count(length), model.count(LONGEST_COMPLAINT))
      : undefined;
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <textarea
        id={field}
        class="ti-input complaint-text"
        rows={4}
        data-autofocus={isFirst ? "" : undefined}
        data-testid={testid}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(field, { hint, error })}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <FieldHint field={field} hint={hint} error={error} />
    </div>
  );
}
