import { useId } from "preact/hooks";
import { useModel } from "../state/model.ts";

/** Who does this, remembered for the next time at this desk. */
export function OperatorField({ isRequired = false }: { readonly isRequired?: boolean }) {
  const { text, preferences } = useModel();
  const field = useId();
  return (
    <div class="ti-field">
      <label for={field}>{text.passing.by}</label>
      <input
        id={field}
        class="ti-input"
        data-testid="operator"
        autocomplete="off"
        maxLength={40}
        required={isRequired}
        aria-describedby={`${field}-hint`}
        value={preferences.operator.value}
        onInput={(event) => preferences.setOperator(event.currentTarget.value)}
      />
      <p class="ti-meta" id={`${field}-hint`}>
        {text.passing.byHint}
      </p>
    </div>
  );
}
