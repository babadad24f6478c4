import { TitianError } from "../../kernel/errors.ts";
import { reaches } from "../../kernel/operator-role.ts";
import type { OperatorId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { DeskOperators } from "../operators/desk-operators.ts";
import type { OperatorAccounts } from "../operators/operator-accounts.ts";
import type { PinCheck } from "../operators/pin-check.ts";
import type { OPERATOR_COMMANDS } from "../protocol/operator-commands.ts";
import type { OperatorView } from "../protocol/operator-shapes.ts";

interface Dependencies {
  readonly operators: DeskOperators;
  readonly accounts: OperatorAccounts;
  readonly pins: PinCheck;
  readonly list: () => { operators: OperatorView[] };
}

export function operatorHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof OPERATOR_COMMANDS> {
  const { operators, accounts, pins, list } = dependencies;
  return {
    async "operator.current"() {
      return operators.view;
    },
    async "operator.active"(_, { session }) {
      if (session.isConsole) operators.touch();
      else operators.touchedInPage();
      return {};
    },
    async "operators.list"() {
      return list();
    },
    async "operator.signIn"({ id, pin }) {
      operators.enter(await pins.prove(id as OperatorId, pin));
      return operators.view;
    },
    async "operator.signOut"() {
      operators.leave("asked");
      return operators.view;
    },
    async "operator.create"({ isFirst: isMeantFirst = false, ...wanted }) {
      const isFirst = !operators.areUsed;
      // Whoever is signed in by now has not asked for a second head.
      if (isMeantFirst && !isFirst) throw new TitianError("OPERATOR_FIRST_MADE");
      const made = await accounts.create(wanted, isFirst ? "self" : "other");
      if (isFirst) operators.enter(made);
      return list();
    },
    async "operator.change"({ id, name, role }) {
      const { isRoleChanged } = accounts.change(id as OperatorId, { name, role });
      if (isRoleChanged) operators.end(id as OperatorId, "changed");
      return list();
    },
    async "operator.changePin"({ current, pin }) {
      const own = operators.signedIn?.operator;
      if (!own) throw new TitianError("OPERATOR_SIGN_IN_NEEDED");
      await pins.prove(own, current);
      await accounts.setPin(own, pin, "self");
      return {};
    },
    async "operator.resetPin"({ id, pin }) {
      await accounts.setPin(id as OperatorId, pin, "other");
      operators.end(id as OperatorId, "changed");
      return list();
    },
    async "operator.unlock"({ id }) {
      // Whoever may end a lock guesses without end: a technician would find out the head's PIN.
      const { role: needs } = list().operators.find(({ operator }) => operator === id) ?? {};
      const own = operators.signedIn?.role;
      if (own && needs && !reaches(own, needs))
        throw new TitianError("OPERATOR_ROLE", { details: { command: "operator.unlock", needs } });
      accounts.unlock(id as OperatorId);
      return list();
    },
    async "operator.remove"({ id }) {
      accounts.remove(id as OperatorId);
      operators.end(id as OperatorId, "removed");
      return list();
    },
  };
}
