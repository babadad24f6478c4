import type { StoreDatabase } from "./database.ts";

/**
 * The order of all desks' events (a hybrid logical clock): close to the wall's time, and always above everything that this
 * desk had seen. A desk whose clock is wrong is therefore never before what it answers to.
 */
export class OrderClock {
  #last: number;

  constructor(db: StoreDatabase, desk: string) {
    // Its own newest event stands above all that came before it; what arrived afterwards may stand higher.
    const newest = db.prepare(
      `SELECT max(coalesce(logical, at)) AS last FROM events
       WHERE position >= coalesce((SELECT position FROM events WHERE desk = ? ORDER BY seq DESC LIMIT 1), 0)`,
    );
    this.#last = db.coded(() => Number(newest.get(desk)?.["last"] ?? 0));
  }

  /** Milliseconds since 1970 as far as the clock goes forward, and one more than before where it does not. */
  next(at: number): number {
    this.#last = Math.max(at, this.#last + 1);
    return this.#last;
  }

  seen(logical: number): void {
    this.#last = Math.max(this.#last, logical);
  }
}
