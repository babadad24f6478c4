import { useSignal } from "@preact/signals";
import { EditorDialog } from "../operators/editor-dialog.tsx";
import { useOperators } from "../operators/use-operators.ts";
import { useModel } from "../state/model.ts";
import { Permitted, WhoChanges } from "../ui/permitted.tsx";

/** The head first; everybody else may follow later. */
export function OperatorsStep() {
  const { operators, setup } = useModel().text;
  const all = useOperators();
  const isAdding = useSignal(false);
  const active = all.value.value?.filter(({ isActive }) => isActive);
  if (!active) return null;
  const isFirst = active.length === 0;
  return (
    <div class="setup-list">
      <p data-testid="setup-operators">
        {isFirst ? operators.page.noneLead : setup.operators.have(active.length)}
      </p>
      <Permitted to="operator.create">
        <button
          type="button"
          class="ti-btn"
          data-testid="setup-operator-add"
          onClick={() => {
            isAdding.value = true;
          }}
        >
          {isFirst ? operators.page.addFirst : operators.page.add}
        </button>
      </Permitted>
      <WhoChanges to="operator.create" />
      {isAdding.value ? (
        <EditorDialog
          isFirst={isFirst}
          onDone={(next) => {
            all.put(next);
            isAdding.value = false;
          }}
          onClose={() => {
            isAdding.value = false;
          }}
        />
      ) : null}
    </div>
  );
}
