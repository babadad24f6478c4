/**
 * A keyboard-wedge scanner types like a person, only faster. Times from shipped code of other scanning pages: 50 ms between
 * characters (Odoo), 100 ms a key, 1500 ms a scan and four characters (WooCommerce). The middle gap decides, because
 * USB and a busy page delay single keys.
 */
export const WEDGE = { medianGapMs: 60, fewest: 4, silenceMs: 120, longestMs: 1_500, most: 200 } as const;

/** Keys that followed each other without a pause. */
export class Run {
  /** It began in the wake of an end key. */
  readonly isAfterEndKey: boolean;
  #typed = "";
  #meant = "";
  #times: number[] = [];
  #lastAtMs = 0;
  #isTooLong = false;

  constructor(isAfterEndKey: boolean) {
    this.isAfterEndKey = isAfterEndKey;
  }

  get lastAtMs(): number {
    return this.#lastAtMs;
  }

  /** As it arrived. */
  get typed(): string {
    return this.#typed;
  }

  /** As the scanner sent it: Caps Lock, which it knows nothing of, undone. */
  get meant(): string {
    return this.#meant;
  }

  add(key: string, atMs: number, isCapsLock: boolean): void {
    this.#lastAtMs = atMs;
    if (this.#typed.length >= WEDGE.most) {
      this.#isTooLong = true;
      return;
    }
    this.#typed += key;
    this.#meant += isCapsLock ? otherCase(key) : key;
    this.#times.push(atMs);
  }

  /** Whether what came from that character on is long and fast enough for a scan. */
  isScanFrom(index: number): boolean {
    const times = this.#times.slice(index);
    if (this.#isTooLong || this.#typed.slice(index).trim().length < WEDGE.fewest) return false;
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
    gaps.sort((a, b) => a - b);
    const median = gaps[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY;
    const took = (times.at(-1) ?? 0) - (times[0] ?? 0);
    return median <= WEDGE.medianGapMs && took <= WEDGE.longestMs;
  }
}

function otherCase(key: string): string {
  if (!/^[A-Za-z]$/.test(key)) return key;
  return key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase();
}
