import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";

interface Plan {
  /** As the log calls the service. */
  readonly name: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** The start has other work first. */
  readonly firstAfterMs: number;
  readonly everyMs: number;
  readonly work: (signal: AbortSignal) => void | Promise<void>;
  /** What the log says when it could not be done; the next turn tries again. */
  readonly failed: { readonly level: "warn" | "error"; readonly msg: string };
}

/** Does its work again and again, one turn after the other, until it is stopped. */
export class Repeating implements Service {
  readonly name: string;
  readonly #plan: Plan;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(plan: Plan) {
    this.name = plan.name;
    this.#plan = plan;
  }

  async start(): Promise<void> {
    this.#running = this.#repeat(this.#stopping.signal).catch(() => undefined);
  }

  /** The turn that runs is told so, and waited for. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #repeat(signal: AbortSignal): Promise<void> {
    const { clock, log, firstAfterMs, everyMs, work, failed } = this.#plan;
    await clock.sleep(firstAfterMs, signal);
    while (!signal.aborted) {
      try {
        await work(signal);
      } catch (error) {
        if (signal.aborted) return;
        log[failed.level](failed.msg, { code: TitianError.from(error).code });
      }
      await clock.sleep(everyMs, signal);
    }
  }
}
