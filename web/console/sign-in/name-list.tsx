import type { OperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { useModel } from "../state/model.ts";
import { Initials } from "./initials.tsx";

/** Who may sign in here, as buttons that a finger hits. */
export function NameList({
  operators,
  chosen,
  onChoose,
}: {
  readonly operators: readonly OperatorView[];
  readonly chosen: string | undefined;
  readonly onChoose: (operator: string) => void;
}) {
  const model = useModel();
  const { signIn, roles } = model.text.operators;
  return (
    <ul class="sign-in-names" aria-label={signIn.names}>
      {operators.map(({ operator, name, role, lockedUntil }) => (
        <li key={operator}>
          <button
            type="button"
            class="ti-btn sign-in-name"
            aria-pressed={operator === chosen}
            data-testid="sign-in-name"
            onClick={() => onChoose(operator)}
          >
            <Initials name={name} />
            <span class="sign-in-who">
              <strong>{name}</strong>
              <span class="ti-meta">
                {roles[role]}
                {lockedUntil === null ? "" : ` · ${signIn.locked(model.moment(lockedUntil))}`}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
