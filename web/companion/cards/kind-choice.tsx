import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useCompanion } from "../companion-model.ts";

export const KINDS = ["new", "renewal", "lost", "damaged"] as const satisfies readonly CaseView["kind"][];

/** What a case that has to be opened is for. */
export function KindChoice({
  kind,
  onChange,
}: {
  readonly kind: CaseView["kind"];
  readonly onChange: (kind: CaseView["kind"]) => void;
}) {
  const { text } = useCompanion();
  return (
    <fieldset class="kinds">
      <legend class="ti-cap">{text.cards.kind}</legend>
      {KINDS.map((key) => (
        <label key={key} class={key === kind ? "on" : undefined}>
          <input type="radio" name="kind" checked={key === kind} onChange={() => onChange(key)} />
          {text.kinds[key]}
        </label>
      ))}
    </fieldset>
  );
}
