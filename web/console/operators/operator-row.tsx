import type { OperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { Initials } from "../sign-in/initials.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Badge } from "../ui/badge.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Permitted } from "../ui/permitted.tsx";
import type { OperatorAct } from "./operators-page.tsx";

const ACTS = [
  ["edit", "operator.change"],
  ["reset", "operator.resetPin"],
  ["remove", "operator.remove"],
] as const satisfies readonly (readonly [OperatorAct, string])[];

/** One person: role, when last here, whether locked, and what may be done about it. */
export function OperatorRow({
  view,
  onAct,
  onDone,
}: {
  readonly view: OperatorView;
  readonly onAct: (act: OperatorAct) => void;
  readonly onDone: (operators: readonly OperatorView[]) => void;
}) {
  const model = useModel();
  const { page, roles, signIn } = model.text.operators;
  const unlocking = useAction();
  const signedIn = model.operator.current.value?.signedIn;
  const isHere = signedIn?.operator === view.operator;
  // Nobody ends the lock of a higher role; the daemon refuses it for each person, not for the command.
  const isAbove = view.role === "head" && signedIn?.role !== "head";
  const unlock = (): void =>
    unlocking.run(async () => {
      onDone((await model.connection.call("operator.unlock", { id: view.operator })).operators);
    });
  return (
    <tr data-testid="operator-row">
      <th scope="row">
        <span class="operator-name">
          <Initials name={view.name} />
          {view.name}
          {isHere ? <Badge tone="ok" icon="check" text={page.here} /> : null}
          {view.lockedUntil === null ? null : (
            <Badge tone="warn" icon="alert" text={signIn.locked(model.moment(view.lockedUntil))} />
          )}
        </span>
        <FaultNote fault={unlocking.fault} />
      </th>
      <td>{roles[view.role]}</td>
      <td class="ti-meta">{view.signedInAt === null ? page.never : model.moment(view.signedInAt)}</td>
      <td class="operator-acts">
        <Permitted to="operator.unlock">
          {view.lockedUntil === null || isAbove ? null : (
            <button type="button" class="ti-btn" data-testid="operator-unlock" onClick={unlock}>
              {page.unlock}
            </button>
          )}
        </Permitted>
        {ACTS.map(([act, command]) => (
          <Permitted key={act} to={command}>
            <button
              type="button"
              class="ti-btn ti-btn-quiet"
              data-testid={`operator-${act}`}
              onClick={() => onAct(act)}
            >
              {page[act]}
            </button>
          </Permitted>
        ))}
      </td>
    </tr>
  );
}
