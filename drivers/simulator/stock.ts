import type { HealthReason, Supply } from "../../src/devices/index.ts";

/** A printer begins to warn when this many cards or sheets are left. */
const LOW = 10;

interface Kind extends Pick<Supply, "kind" | "name"> {
  /** Cards or sheets. */
  readonly full: number;
  readonly whenLow: HealthReason;
  readonly whenEmpty: HealthReason;
}

/** One thing that is used up, counted down card by card or sheet by sheet. */
export class Stock {
  readonly #kind: Kind;
  #left: number;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#left = kind.full;
  }

  get isEmpty(): boolean {
    return this.#left === 0;
  }

  get reasons(): readonly HealthReason[] {
    const { whenLow, whenEmpty } = this.#kind;
    if (this.#left > LOW) return [];
    return [this.isEmpty ? whenEmpty : whenLow];
  }

  /** `isOut` when a fault has taken it away. */
  level(isOut: boolean): Supply {
    const { kind, name, full } = this.#kind;
    const left = isOut ? 0 : this.#left;
    const percent = full === 0 ? 0 : Math.round((100 * left) / full);
    return { kind, name, left, percent, isLow: left <= LOW };
  }

  takeOne(): void {
    this.#left = Math.max(0, this.#left - 1);
  }

  refill(): void {
    this.#left = this.#kind.full;
  }
}
