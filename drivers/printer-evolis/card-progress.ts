import type { Clock } from "../../src/kernel/clock.ts";
import type { Activity } from "./printer-state.ts";

/** Looks in a row that must find the printer at rest: between two panels it may seem so for a moment. */
const RESTS = 2;

export interface CardLimits {
  readonly startWithinMs: number;
  readonly jobWithinMs: number;
}

interface Sight {
  readonly activity: Activity;
  /** The service waits for an answer. */
  readonly isAsked: boolean;
  /** The service has said that it took the job. */
  readonly isAccepted: boolean;
}

/** `out`: the card is out. `unbegun`: accepted, and the printer does nothing. `overdue`: begun or not, it takes too long. */
export type Verdict = "out" | "unbegun" | "overdue";

/**
 * What the looks at a printer prove about its card. Out is one whose job was accepted and whose printer was seen at work and
 * then, twice in a row, at rest with nothing to ask. A question starts that anew: what came before proves nothing about after.
 */
export class CardProgress {
  readonly #clock: Clock;
  readonly #limits: CardLimits;
  #hasWorked = false;
  #rests = 0;
  #restingMs = 0;
  #countedMs = 0;
  #lookedMs: number;

  constructor(clock: Clock, limits: CardLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#lookedMs = clock.monotonicMs();
  }

  saw({ activity, isAsked, isAccepted }: Sight): Verdict | undefined {
    const isResting = isAccepted && !isAsked && activity === "resting";
    const passedMs = this.#passedMs();
    this.#hasWorked = !isAsked && (this.#hasWorked || activity === "busy");
    this.#rests = isResting ? this.#rests + 1 : 0;
    this.#restingMs = this.#rests > 1 ? this.#restingMs + passedMs : 0;
    // A question has a time limit of its own.
    this.#countedMs += isAsked ? 0 : passedMs;
    if (this.#hasWorked && this.#rests >= RESTS) return "out";
    return this.#restingMs >= this.#limits.startWithinMs ? "unbegun" : this.#overdue();
  }

  sawNothing(): Verdict | undefined {
    this.#rests = 0;
    this.#countedMs += this.#passedMs();
    return this.#overdue();
  }

  #overdue(): Verdict | undefined {
    return this.#countedMs >= this.#limits.jobWithinMs ? "overdue" : undefined;
  }

  #passedMs(): number {
    const nowMs = this.#clock.monotonicMs();
    const passedMs = nowMs - this.#lookedMs;
    this.#lookedMs = nowMs;
    return passedMs;
  }
}
