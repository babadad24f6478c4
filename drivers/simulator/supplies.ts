import type { HealthReason, Supply } from "../../src/devices/index.ts";

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

  /** `isOut` names what a fault has taken away. */
  levels(isOut: { readonly cards: boolean; readonly ribbon: boolean }): readonly Supply[] {
    const { feederCards, ribbonCards } = this.#full;
    return [
      level({ kind: "cards", name: "PVC 0.76 mm" }, isOut.cards ? 0 : this.#feeder, feederCards),
      level({ kind: "ribbon", name: "YMCKO" }, isOut.ribbon ? 0 : this.#ribbon, ribbonCards),
    ];
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

function level(what: Pick<Supply, "kind" | "name">, left: number, full: number): Supply {
  const percent = full === 0 ? 0 : Math.round((100 * left) / full);
  return { ...what, left, percent, isLow: left <= LOW };
}
