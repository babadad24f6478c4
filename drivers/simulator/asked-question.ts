import type { PendingQuestion, PrinterAction, PrinterQuestion } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";

const ACTIONS: readonly PrinterAction[] = ["ok", "retry", "cancel"];

/** A question that waits for a person, and for nobody else. */
export class AskedQuestion implements PrinterQuestion {
  readonly #clock: Clock;
  readonly #changed: () => void;
  #pending: PendingQuestion | undefined;
  #answered: PromiseWithResolvers<PrinterAction> | undefined;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get pending(): PendingQuestion | undefined {
    return this.#pending;
  }

  async answer(action: PrinterAction): Promise<void> {
    if (!this.#answered) throw new TitianError("JOB_STATE");
    this.#answered.resolve(action);
    this.#end();
  }

  /** `patience` ends the wait: it resolves when nobody came, and rejects when the printer itself is gone. */
  async ask(
    event: string,
    patience: (signal: AbortSignal) => Promise<void>,
  ): Promise<PrinterAction | undefined> {
    const answered = Promise.withResolvers<PrinterAction>();
    const over = new AbortController();
    this.#answered = answered;
    this.#pending = { event, actions: ACTIONS, since: this.#clock.now() };
    this.#changed();
    try {
      return await Promise.race([answered.promise, patience(over.signal).then(() => undefined)]);
    } finally {
      over.abort();
      if (this.#answered === answered) this.#end();
    }
  }

  #end(): void {
    this.#answered = undefined;
    this.#pending = undefined;
    this.#changed();
  }
}
