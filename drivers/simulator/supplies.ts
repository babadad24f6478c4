import type { HealthReason } from "../../src/devices/index.ts";

/** A printer begins to warn when this many cards are left. */
const LOW = 10;

interface Full {
  readonly feederCards: number;
  readonly ribbonCards: number;
}

/** Blank cards and ribbon, counted down card by card. */
export class Supplies {
  readonly #full: Full;
  #feeder: number;
  #ribbon: number;

  constructor(full: Full) {
    this.#full = full;
    this.#feeder = full.feederCards;
    this.#ribbon = full.ribbonCards;
  }

  get cardsLeft(): number {
    return Math.min(this.#feeder, this.#ribbon);
  }

  get reasons(): readonly HealthReason[] {
    const reasons: HealthReason[] = [];
    if (this.#feeder <= LOW) reasons.push(this.#feeder === 0 ? "cards-empty" : "cards-low");
    if (this.#ribbon <= LOW) reasons.push(this.#ribbon === 0 ? "ribbon-empty" : "ribbon-low");
    return reasons;
  }

  takeOne(): void {
    this.#feeder = Math.max(0, this.#feeder - 1);
    this.#ribbon = Math.max(0, this.#ribbon - 1);
  }

  refill(): void {
    this.#feeder = this.#full.feederCards;
    this.#ribbon = this.#full.ribbonCards;
  }
}
