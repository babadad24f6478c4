import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { useModel } from "../../../state/model.ts";
import { describedBy, FieldHint } from "../../../ui/field-hint.tsx";
import { mmOf, mmText } from "../../mm.ts";
import { useDesigning } from "../designing.ts";
import { roundMm } from "../draft/card-area.ts";

/** A number with a comma or a point; the arrow keys step it. What is no number, or too much, is said and not taken. */
export function NumberField({
  label,
  value,
  least,
  most,
  step = 0.5,
  onChange,
  testid,
}: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /** All changes of one visit to the field have the same gesture: one step back. */
  readonly onChange: (value: number, gesture: string) => void;
  readonly testid?: string;
}) {
  const { text, language } = useModel();
  const { session } = useDesigning();
  const typed = useSignal<string | undefined>(undefined);
  const gesture = useRef<string>("");
  const field = useId();
  const isBad = typed.value !== undefined && !isGood(mmOf(typed.value), least, most);
  const error = isBad
    ? text.designer.properties.number(mmText(least, language), mmText(most, language))
    : undefined;

  const take = (next: number | undefined): void => {
    if (isGood(next, least, most)) onChange(next, gesture.current);
  };
  return (
    <div class="ti-field">
      <label for={field}>{label}</label>
      <input
        id={field}
        class="ti-input"
        inputMode="decimal"
        autocomplete="off"
        value={typed.value ?? mmText(value, language)}
        aria-invalid={isBad}
        aria-describedby={describedBy(field, { error })}
        data-testid={testid}
        onFocus={() => {
          gesture.current = session.newGesture();
        }}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          take(mmOf(event.currentTarget.value));
        }}
        onKeyDown={(event) => {
          const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
          if (direction === 0) return;
          event.preventDefault();
          typed.value = undefined;
          take(Math.min(Math.max(roundMm(value + direction * step), least), most));
        }}
        onBlur={() => {
          typed.value = undefined;
        }}
      />
      <FieldHint field={field} error={error} />
    </div>
  );
}

const isGood = (value: number | undefined, least: number, most: number): value is number =>
  value !== undefined && value >= least && value <= most;
