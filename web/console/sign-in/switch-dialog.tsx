import type { DeskOperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import { useOperators } from "../operators/use-operators.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { SignIn } from "./sign-in.tsx";

/** The next one signs in over the last: nobody has to leave first. */
export function SwitchDialog({
  signedIn,
  onOwnPin,
  onClose,
}: {
  readonly signedIn: NonNullable<DeskOperatorView["signedIn"]>;
  /** Left out where somebody else is to come. */
  readonly onOwnPin?: () => void;
  readonly onClose: () => void;
}) {
  const { text, connection, router } = useModel();
  const { change, roles } = text.operators;
  const leaving = useAction();
  const others = useOperators().value.value?.filter(
    ({ isActive, operator }) => isActive && operator !== signedIn.operator,
  );
  const leave = (): void =>
    leaving.run(async () => {
      await connection.call("operator.signOut", {});
    });
  return (
    <Dialog
      title={change.title}
      lead={change.lead(signedIn.name, roles[signedIn.role])}
      onClose={onClose}
      wide
      testid="switch-dialog"
    >
      <div class="dialog-body">
        {others && others.length > 0 ? <SignIn operators={others} onDone={onClose} /> : null}
        <FaultNote fault={leaving.fault} />
        <div class="switch-foot">
          {onOwnPin ? (
            <button type="button" class="ti-btn" data-testid="own-pin" onClick={onOwnPin}>
              {change.ownPin}
            </button>
          ) : null}
          <button
            type="button"
            class="ti-btn"
            onClick={() => {
              onClose();
              router.go("operators");
            }}
          >
            {change.list}
          </button>
          <span class="ti-grow" />
          <button
            type="button"
            class="ti-btn"
            data-testid="sign-out"
            aria-busy={leaving.isBusy}
            onClick={leave}
          >
            {change.out}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
