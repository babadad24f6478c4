import { useId } from "preact/hooks";
import { LONGEST_COMPLAINT } from "../../../src/bridge/protocol/limits.ts";
import { useModel } from "../state/model.ts";

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
  const isLong = length > LONGEST_COMPLAINT;
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <textarea
        id={field}
        class="ti-input complaint-text"
        rows={4}
        data-autofocus={isFirst ? "" : undefined}
        data-testid={testid}
        aria-invalid={isLong}
        aria-describedby={`${field}-hint`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class={isLong ? "field-error ti-t-bad" : "ti-meta"} id={`${field}-hint`}>
        {isLong
          ? model.text.complaints.intake.long(model.count(length), model.count(LONGEST_COMPLAINT))
          : hint}
      </p>
    </div>
  );
}
