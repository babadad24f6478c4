import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { CaseId } from "../../../kernel/types.ts";
import { forgottenStep } from "../../../sla/forgotten.ts";
import type { Store } from "../../../store/store.ts";
import { deskOf } from "../case-passing.ts";
import type { CaseTimings } from "../case-timings.ts";
import type { CaseService } from "../cases.ts";
import { Repeating } from "../repeating.ts";
import type { JudgingFor } from "./judging-for.ts";

/** The store is read before the first look, ms. */
const FIRST_LOOK_MS = 1_000;
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
export class ForgottenTimers {
  readonly service: Repeating;
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    const { clock, log } = dependencies;
    this.service = new Repeating({
      name: "forgotten timers",
      ...{ clock, log, firstAfterMs: FIRST_LOOK_MS, everyMs: LOOK_EVERY_MS, work: () => this.look() },
      failed: { level: "warn", msg: "forgotten timers wait to be closed" },
    });
  }

  look(): void {
    for (const { case: id } of this.#deps.store.cases.open()) this.#look(id);
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
