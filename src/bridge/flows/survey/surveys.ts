import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Logger } from "../../../kernel/log.ts";
import { type CaseId, localDate } from "../../../kernel/types.ts";
import type { SurveyAnswer } from "../../../sla/survey/questionnaire.ts";
import type { Store } from "../../../store/store.ts";
import { SurveyTickets, TICKET_VALID_MS } from "./survey-tickets.ts";

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
  readonly #tickets: SurveyTickets;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    this.#tickets = new SurveyTickets(dependencies.clock);
  }

  /** Undefined where nobody stands before the desk any more, or has answered already. Throws `CASE_NOT_FOUND`. */
  offer(caseId: CaseId): string | undefined {
    const { store, isOffered, clock } = this.#deps;
    const served = store.cases.get(caseId);
    if (!served) throw new TitianError("CASE_NOT_FOUND");
    const isHere =
      served.status === "handed-over" &&
      served.channel === "in-person" &&
      clock.now().getTime() - served.updatedAt.getTime() < TICKET_VALID_MS;
    return isOffered && isHere ? this.#tickets.issue(caseId, served.standardId) : undefined;
  }

  stateOf(token: string): "open" | "used" | "over" {
    const ticket = this.#tickets.find(token);
    if (!ticket) return "over";
    return ticket.isUsed ? "used" : "open";
  }

  /** False where this ticket's answer was there already. Throws `SURVEY_TICKET_OVER`. */
  answer(token: string, answer: SurveyAnswer): boolean {
    const { store, clock, timeZone, log } = this.#deps;
    const ticket = this.#tickets.find(token);
    if (!ticket) throw new TitianError("SURVEY_TICKET_OVER");
    if (ticket.isUsed) return false;
    store.survey.put(ticket.service, answer);
    ticket.isUsed = true;
    try {
      store.survey.countFull(localDate(clock.now(), timeZone));
    } catch (error) {
      // The answer is safe in the box; the next one tries again.
      log.warn("survey answers not counted yet", { code: TitianError.from(error).code });
    }
    return true;
  }
}
