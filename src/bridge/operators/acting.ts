import { AsyncLocalStorage } from "node:async_hooks";
import type { OperatorId } from "../../kernel/types.ts";

/**
 * In whose name something happens. It follows a request through everything that the request sets going, so that a print which
 * ends minutes later still bears the name of whoever asked for it; what Titian does by itself bears none.
 */
export class ActingOperator {
  readonly #storage = new AsyncLocalStorage<OperatorId>();

  get operator(): OperatorId | undefined {
    return this.#storage.getStore();
  }

  run<T>(operator: OperatorId, work: () => T): T {
    return this.#storage.run(operator, work);
  }
}
