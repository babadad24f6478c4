/** An answer that takes longer than this says that the server has other work, ms. */
const SLOW_MS = 250;
/** An answer quicker than this leaves room for a larger question, ms. */
const QUICK_MS = 60;
/** Rest for each millisecond of a slow answer: a server in need has 19 of 20 seconds for itself. */
const SLOW_REST = 19;

interface Limits {
  /** Infinity: as fast as the server answers. */
  readonly rowsPerSecond: number;
  /** Rest for each millisecond of an ordinary answer; 2 leaves the server idle for two thirds of the time. */
  readonly restPerMs: number;
  readonly fewestRows: number;
  readonly mostRows: number;
}

/** How much to ask next, and how long to let the server rest after an answer: the slower it is, the less it is asked. */
export class Pace {
  readonly #limits: Limits;
  #rows: number;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#rows = limits.fewestRows;
  }

  /** Rows of the next question. */
  get rows(): number {
    return this.#rows;
  }

  /** Milliseconds to rest, once `rows` rows took `tookMs`. */
  restAfter(rows: number, tookMs: number): number {
    const { rowsPerSecond, restPerMs, fewestRows, mostRows } = this.#limits;
    const isSlow = tookMs > SLOW_MS;
    if (isSlow) this.#rows = Math.max(fewestRows, Math.floor(this.#rows / 2));
    else if (tookMs < QUICK_MS) this.#rows = Math.min(mostRows, this.#rows * 2);
    const forRate = (rows * 1_000) / rowsPerSecond - tookMs;
    return Math.max(0, forRate, tookMs * (isSlow ? SLOW_REST : restPerMs));
  }

  /** A question that was not answered at all: the next one is small. */
  failed(): void {
    this.#rows = this.#limits.fewestRows;
  }
}
