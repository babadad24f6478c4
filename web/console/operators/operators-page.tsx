import { useSignal } from "@preact/signals";
import type { OperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { Loading } from "../shell/loading.tsx";
import { useModel } from "../state/model.ts";
import { Permitted, WhoChanges } from "../ui/permitted.tsx";
import { EditorDialog } from "./editor-dialog.tsx";
import { OperatorRow } from "./operator-row.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { ResetPinDialog } from "./reset-pin-dialog.tsx";
import { useOperators } from "./use-operators.ts";

export type OperatorAct = "edit" | "reset" | "remove";

/** Everybody who may sign in at this desk. Without anybody the page says what that means, and how to begin. */
export function OperatorsPage() {
  const { text } = useModel();
  const { page } = text.operators;
  const all = useOperators();
  const isAdding = useSignal(false);
  const acting = useSignal<{ readonly act: OperatorAct; readonly on: OperatorView } | undefined>(undefined);
  const operators = all.value.value;
  if (!operators) return <Loading />;
  const active = operators.filter(({ isActive }) => isActive);
  const isFirst = active.length === 0;
  const gone = operators.length - active.length;
  const close = (): void => {
    isAdding.value = false;
    acting.value = undefined;
  };
  const done = (next: readonly OperatorView[]): void => {
    all.put(next);
    close();
  };
  const { act, on } = acting.value ?? {};
  return (
    <main class="ti-body operators">
      <section class="sum">
        <div class="ti-grow">
          <h1>{isFirst ? page.none : page.title}</h1>
          <p class="ti-lead">{isFirst ? page.noneLead : page.lead}</p>
        </div>
        <Permitted to="operator.create">
          <button
            type="button"
            class="ti-btn ti-btn-go"
            data-testid="operator-add"
            onClick={() => {
              isAdding.value = true;
            }}
          >
            {isFirst ? page.addFirst : page.add}
          </button>
        </Permitted>
        <WhoChanges to="operator.create" />
      </section>
      {isFirst ? null : (
        <section class="ti-panel operators-list">
          <table>
            <thead>
              <tr>
                <th scope="col">{page.person}</th>
                <th scope="col">{page.role}</th>
                <th scope="col">{page.lastSeen}</th>
                <th scope="col">
                  <span class="ti-vh">{page.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {active.map((one) => (
                <OperatorRow
                  key={one.operator}
                  view={one}
                  onAct={(next) => {
                    acting.value = { act: next, on: one };
                  }}
                  onDone={done}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {gone > 0 ? <p class="ti-meta">{page.gone(gone)}</p> : null}
      {isAdding.value ? <EditorDialog isFirst={isFirst} onDone={done} onClose={close} /> : null}
      {on && act === "edit" ? <EditorDialog on={on} onDone={done} onClose={close} /> : null}
      {on && act === "reset" ? <ResetPinDialog on={on} onDone={done} onClose={close} /> : null}
      {on && act === "remove" ? <RemoveDialog on={on} onDone={done} onClose={close} /> : null}
    </main>
  );
}
