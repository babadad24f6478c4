import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Logger } from "../../../kernel/log.ts";
import { type CaseId, localDate } from "../../../kernel/types.ts";
import type { SurveyAnswer } from "../../../sla/survey/questionnaire.ts";
import type { Store } from "../../../store/store.ts";
import { BALLOT_VALID_MS, SurveyBallots } from "./survey-ballots.ts";

interface Dependencies {
  readonly store: Pick<Store, "cases" | "survey">;
  readonly isOffered: boolean;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: Logger;
}

/** Asks whoever was just served what they think of it, once, and keeps no trace of who that was. */
export class Surveys {
  readonly #deps: Dependencies;
  readonly #ballots: SurveyBallots;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    this.#ballots = new SurveyBallots(dependencies.clock);
  }

  /** Undefined where nobody stands before the desk any more, or has answered already. Throws `CASE_NOT_FOUND`. */
  offer(caseId: CaseId): string | undefined {
    const { store, isOffered, clock } = this.#deps;
    const served = store.cases.get(caseId);
    if (!served) throw new TitianError("CASE_NOT_FOUND");
    const isHere =
      served.status === "handed-over" &&
      served.channel === "in-person" &&
      clock.now().getTime() - served.updatedAt.getTime() < BALLOT_VALID_MS;
    return isOffered && isHere ? this.#ballots.issue(caseId, served.standardId) : undefined;
  }

  stateOf(token: string): "open" | "used" | "over" {
    const ballot = this.#ballots.find(token);
    if (!ballot) return "over";
    return ballot.isUsed ? "used" : "open";
  }

  /** False where this ballot's answer was there already. Throws `SURVEY_BALLOT_OVER`. */
  answer(token: string, answer: SurveyAnswer): boolean {
    const { store, clock, timeZone, log } = this.#deps;
    const ballot = this.#ballots.find(token);
    if (!ballot) throw new TitianError("SURVEY_BALLOT_OVER");
    if (ballot.isUsed) return false;
    store.survey.put(ballot.service, answer);
    ballot.isUsed = true;
    try {
      store.survey.countFull(localDate(clock.now(), timeZone));
    } catch (error) {
      // The answer is safe in the box; the next one tries again.
      log.warn("survey answers not counted yet", { code: TitianError.from(error).code });
    }
    return true;
  }
}
