import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { OperatorRole } from "../../kernel/operator-role.ts";
import type { OperatorId } from "../../kernel/types.ts";
import type { ChangedBy } from "../../store/operator-events.ts";
import type { OperatorRecord, OperatorStore } from "../../store/operator-store.ts";
import { uuidV7 } from "../../store/uuid-v7.ts";
import { MOST_OPERATORS } from "../protocol/operator-shapes.ts";
import type { PinCheck } from "./pin-check.ts";

interface Dependencies {
  readonly store: OperatorStore;
  readonly pins: PinCheck;
  readonly clock: Clock;
}

export interface NewOperator {
  readonly name: string;
  readonly role: OperatorRole;
  readonly pin: string;
}

/** Who may sign in at this desk. There is no default PIN, and where there are operators there is always a head. */
export class OperatorAccounts {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /**
   * `self`: the desk's first operator, made by whoever sits there. Rejects with `OPERATOR_FIRST_MADE`, `OPERATOR_FIRST_IS_HEAD`,
   * `OPERATOR_NAME_TAKEN`, `OPERATORS_FULL` or `OPERATOR_PIN_EASY`.
   */
  async create({ name, role, pin }: NewOperator, by: ChangedBy): Promise<OperatorRecord> {
    const { store, pins, clock } = this.#deps;
    const assertPossible = (): void => {
      if (by === "self" && this.#active.length > 0) throw new TitianError("OPERATOR_FIRST_MADE");
      if (store.all().length >= MOST_OPERATORS) throw new TitianError("OPERATORS_FULL");
      if (this.#active.length === 0 && role !== "head") throw new TitianError("OPERATOR_FIRST_IS_HEAD");
      this.#assertFree(name);
    };
    assertPossible();
    const hash = await pins.hash(pin);
    // Another console may have made somebody meanwhile.
    assertPossible();
    const id = uuidV7(clock) as OperatorId;
    store.keepSecrets(id, name.trim(), hash);
    store.append(id, { type: "operator.created", data: { role, by } });
    return this.#get(id);
  }

  change(
    id: OperatorId,
    { name, role }: Pick<NewOperator, "name" | "role">,
  ): { readonly isRoleChanged: boolean } {
    const { store } = this.#deps;
    const before = this.#get(id);
    this.#assertFree(name, id);
    if (role !== "head") this.#assertNotLastHead(before);
    const isRenamed = name.trim() !== before.name;
    if (isRenamed) store.rename(id, name.trim());
    const isRoleChanged = role !== before.role;
    if (isRenamed || isRoleChanged) store.append(id, { type: "operator.changed", data: { role, isRenamed } });
    return { isRoleChanged };
  }

  /** Also ends a lock. */
  async setPin(id: OperatorId, pin: string, by: ChangedBy): Promise<void> {
    const { store, pins } = this.#deps;
    const hash = await pins.hash(pin);
    const { name } = this.#get(id);
    store.keepSecrets(id, name, hash);
    store.append(id, { type: "operator.pinChanged", data: { by } });
  }

  unlock(id: OperatorId): void {
    this.#get(id);
    this.#deps.store.append(id, { type: "operator.unlocked", data: { by: "other" } });
  }

  remove(id: OperatorId): void {
    this.#assertNotLastHead(this.#get(id));
    this.#deps.store.append(id, { type: "operator.removed", data: { by: "other" } });
  }

  get #active(): readonly OperatorRecord[] {
    return this.#deps.store.all().filter(({ isActive }) => isActive);
  }

  #get(id: OperatorId): OperatorRecord {
    const found = this.#active.find(({ operator }) => operator === id);
    if (!found) throw new TitianError("OPERATOR_NOT_FOUND");
    return found;
  }

  #assertFree(name: string, except?: OperatorId): void {
    const wanted = name.trim().toLocaleLowerCase("id");
    const isTaken = this.#active.some(
      (one) => one.operator !== except && one.name.toLocaleLowerCase("id") === wanted,
    );
    if (wanted === "" || isTaken) throw new TitianError("OPERATOR_NAME_TAKEN");
  }

  #assertNotLastHead({ operator, role }: OperatorRecord): void {
    const isOther = (one: OperatorRecord): boolean => one.role === "head" && one.operator !== operator;
    if (role === "head" && !this.#active.some(isOther)) throw new TitianError("OPERATOR_LAST_HEAD");
  }
}
