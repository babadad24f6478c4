import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { OperatorId } from "../../kernel/types.ts";
import type { OperatorNews, OperatorRecord, OperatorStore } from "../../store/operator-store.ts";
import { hashPin, isPinOf, PIN_COST, type PinCost } from "./pin-hash.ts";
import { isLocked, lockAfter } from "./pin-lock.ts";
import { isEasyPin } from "./pin-rules.ts";

/** PINs that wait for their turn. Nobody types faster. */
const MOST_WAITING = 3;

export interface PinDependencies {
  readonly store: Pick<OperatorStore, "get" | "pinHashOf" | "append">;
  readonly clock: Clock;
  readonly log: Logger;
  /** Less in tests. */
  readonly pinCost?: PinCost;
}

/** Holds typed PINs against those that are kept, one after the other: guesses at once count as guesses in a row. */
export class PinCheck {
  readonly #deps: PinDependencies;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(dependencies: PinDependencies) {
    this.#deps = dependencies;
  }

  /** Throws `OPERATOR_PIN_EASY`. */
  async hash(pin: string): Promise<string> {
    if (isEasyPin(pin)) throw new TitianError("OPERATOR_PIN_EASY");
    return hashPin(pin, this.#cost);
  }

  /**
   * The operator, once the PIN was right. A wrong one is in the log before the answer is given. Throws
   * `OPERATOR_NOT_FOUND`, `OPERATOR_PIN_WRONG`, `OPERATOR_LOCKED` or `TOO_MANY_REQUESTS`.
   */
  async prove(id: OperatorId, pin: string): Promise<OperatorRecord> {
    if (this.#waiting >= MOST_WAITING) throw new TitianError("TOO_MANY_REQUESTS");
    this.#waiting += 1;
    const turn = this.#turn.then(() => this.#prove(id, pin));
    this.#turn = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #prove(id: OperatorId, pin: string): Promise<OperatorRecord> {
    const { store, clock } = this.#deps;
    const known = this.#active(id);
    if (isLocked(known, clock.now())) throw new TitianError("OPERATOR_LOCKED");
    const hash = store.pinHashOf(id) ?? "";
    const isRight = await isPinOf(hash, pin);
    // Somebody may have been removed while the PIN was looked at, or have been given another one.
    const operator = this.#active(id);
    if ((store.pinHashOf(id) ?? "") !== hash) return this.#prove(id, pin);
    if (isRight) return operator;
    throw this.#refuse(operator);
  }

  #active(id: OperatorId): OperatorRecord {
    const operator = this.#deps.store.get(id);
    if (!operator?.isActive) throw new TitianError("OPERATOR_NOT_FOUND");
    return operator;
  }

  #refuse(operator: OperatorRecord): TitianError {
    const { store, clock, log } = this.#deps;
    const until = lockAfter(operator, clock.now());
    const refused: OperatorNews = { type: "operator.pinRefused", data: {} };
    if (!until) {
      store.append(operator.operator, refused);
      return new TitianError("OPERATOR_PIN_WRONG");
    }
    const locked = { type: "operator.lockedOut", data: { until: until.toISOString() } } as const;
    store.append(operator.operator, refused, locked);
    log.warn("operator locked out", { operator: operator.operator, until: until.toISOString() });
    return new TitianError("OPERATOR_LOCKED");
  }

  get #cost(): PinCost {
    return this.#deps.pinCost ?? PIN_COST;
  }
}
