import { TitianError } from "../../kernel/errors.ts";
import { reaches } from "../../kernel/operator-role.ts";
import type { SessionInfo } from "../dispatch.ts";
import type { CommandName } from "../protocol/commands.ts";
import type { EventSpec } from "../protocol/events.ts";
import type { ActingOperator } from "./acting.ts";
import { COMMAND_ROLES } from "./command-roles.ts";
import type { DeskOperators } from "./desk-operators.ts";

/** Stands between the protocol's checks and the handlers: who may ask for what, and in whose name it is done. */
export interface Gate {
  /** Throws `OPERATOR_SIGN_IN_NEEDED` or `OPERATOR_ROLE`. */
  admit(command: CommandName, session: Pick<SessionInfo, "screen">): void;
  within<T>(session: Pick<SessionInfo, "screen">, work: () => T): T;
  /** Whether a session may be told of this now. */
  hears(event: Pick<EventSpec, "isForAnyone">, session: Pick<SessionInfo, "screen">): boolean;
}

/** For servers without operators of their own. */
export const OPEN_GATE: Gate = {
  admit: () => undefined,
  within: (_, work) => work(),
  hears: () => true,
};

/** The desk has one operator at a time, whichever of its pages asks. Unattended screens are nobody's and have their own few rights. */
export class OperatorGate implements Gate {
  readonly #operators: DeskOperators;
  readonly #acting: ActingOperator;

  constructor(operators: DeskOperators, acting: ActingOperator) {
    this.#operators = operators;
    this.#acting = acting;
  }

  admit(command: CommandName, { screen }: Pick<SessionInfo, "screen">): void {
    const needs = COMMAND_ROLES[command];
    if (screen || needs === "anyone" || !this.#operators.areUsed) return;
    const { signedIn } = this.#operators;
    if (!signedIn) throw new TitianError("OPERATOR_SIGN_IN_NEEDED");
    if (!reaches(signedIn.role, needs))
      throw new TitianError("OPERATOR_ROLE", { details: { command, needs } });
  }

  within<T>({ screen }: Pick<SessionInfo, "screen">, work: () => T): T {
    const { signedIn } = this.#operators;
    return signedIn && !screen ? this.#acting.run(signedIn.operator, work) : work();
  }

  /** From the moment at which somebody leaves the desk, none of its pages is told anything of a member any more. */
  hears({ isForAnyone = false }: Pick<EventSpec, "isForAnyone">, { screen }: Pick<SessionInfo, "screen">) {
    return screen !== undefined || isForAnyone || !this.#operators.isLocked;
  }
}
