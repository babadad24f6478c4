import { randomBytes } from "node:crypto";
import type { Clock } from "../../../kernel/clock.ts";
import type { CaseId } from "../../../kernel/types.ts";

/** From the hand-over on: long enough to sit down outside and read nine questions, ms. */
export const BALLOT_VALID_MS = 60 * 60_000;
/** Hand-overs of an hour, many times over. */
const MOST = 1_000;
const TOKEN_BYTES = 16;

interface Ballot {
  readonly token: string;
  /** Id of the standard by which this visitor was served. */
  readonly service: string;
  readonly untilMs: number;
  isUsed: boolean;
}

/**
 * One answer for each hand-over, on the screen or on a phone. Only in memory: that a case was offered a survey is forgotten
 * after an hour, and what was answered is never beside it.
 */
export class SurveyBallots {
  readonly #clock: Pick<Clock, "monotonicMs">;
  readonly #byCase = new Map<CaseId, Ballot>();
  readonly #byToken = new Map<string, Ballot>();

  constructor(clock: Pick<Clock, "monotonicMs">) {
    this.#clock = clock;
  }

  /** The same one as long as it is not used; undefined from then on. */
  issue(caseId: CaseId, service: string): string | undefined {
    this.#forgetOld();
    const known = this.#byCase.get(caseId);
    if (known) return known.isUsed ? undefined : known.token;
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    const ballot = { token, service, untilMs: this.#clock.monotonicMs() + BALLOT_VALID_MS, isUsed: false };
    this.#byCase.set(caseId, ballot);
    this.#byToken.set(token, ballot);
    return token;
  }

  /** Undefined for one that was never issued, or is too old. */
  find(token: string): Ballot | undefined {
    this.#forgetOld();
    return this.#byToken.get(token);
  }

  /** Oldest first, as they were put in. */
  #forgetOld(): void {
    const nowMs = this.#clock.monotonicMs();
    for (const [caseId, { token, untilMs }] of this.#byCase) {
      if (untilMs > nowMs && this.#byCase.size < MOST) return;
      this.#byCase.delete(caseId);
      this.#byToken.delete(token);
    }
  }
}
