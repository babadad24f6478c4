import { useId } from "preact/hooks";
import { useModel } from "../state/model.ts";

/** Who does this, remembered for the next time at this desk. Nobody is asked who has signed in. */
export function OperatorField({ isRequired = false }: { readonly isRequired?: boolean }) {
  const { text, preferences, operator } = useModel();
  const field = useId();
  if (operator.current.value?.signedIn) return null;
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
