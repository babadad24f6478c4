import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Service } from "../../../kernel/lifecycle.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { CaseId } from "../../../kernel/types.ts";
import { forgottenStep } from "../../../sla/forgotten.ts";
import type { Store } from "../../../store/store.ts";
import { deskOf } from "../case-passing.ts";
import type { CaseTimings } from "../case-timings.ts";
import type { CaseService } from "../cases.ts";
import type { JudgingFor } from "./judging-for.ts";

/** A timer is forgotten after ten minutes at the earliest, ms. */
const LOOK_EVERY_MS = 60_000;

interface Dependencies {
  readonly store: Pick<Store, "cases">;
  readonly timings: Pick<CaseTimings, "of">;
  readonly cases: Pick<CaseService, "append">;
  readonly judgingFor: JudgingFor;
  readonly desk: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Closes the timers of steps that nobody has ended. The work itself stays to be done. */
export class ForgottenTimers implements Service {
  readonly name = "forgotten timers";
  readonly #deps: Dependencies;
  #running = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async start(): Promise<void> {
    this.#running = new AbortController();
    this.#loop = this.#watch(this.#running.signal);
  }

  async stop(): Promise<void> {
    this.#running.abort();
    await this.#loop;
  }

  async #watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      for (const { case: id } of this.#deps.store.cases.open()) this.#look(id);
      await this.#deps.clock.sleep(LOOK_EVERY_MS, signal).catch(() => undefined);
    }
  }

  #look(id: CaseId): void {
    const { timings, cases, judgingFor, desk, log } = this.#deps;
    try {
      const { standard, timeline, events } = timings.of(id);
      // One desk closes a timer, or the log would have it twice.
      if (deskOf(events) !== desk) return;
      const forgotten = forgottenStep(standard, timeline, judgingFor(standard).calendar);
      if (forgotten) cases.append(id, { type: "case.stepAbandoned", data: forgotten, operator: "system" });
    } catch (error) {
      log.warn("case not looked after", { case: id, code: TitianError.from(error).code });
    }
  }
}
