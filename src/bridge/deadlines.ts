import type { Clock } from "../kernel/clock.ts";

export interface Deadline {
  readonly atMs: number;
  readonly expire: () => void;
}

/**
 * One timer for all running requests. Deadlines are seconds away and nearly every request is over in a millisecond,
 * so a timer for each would cost more than the work it guards.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #running = new Set<Deadline>();
  #wakeAtMs = Number.POSITIVE_INFINITY;
  #sleep = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(deadline: Deadline): void {
    this.#running.add(deadline);
    if (deadline.atMs < this.#wakeAtMs) this.#sleepUntil(deadline.atMs);
  }

  remove(deadline: Deadline): void {
    this.#running.delete(deadline);
  }

  /** Nothing expires any more, and no timer is left behind. */
  close(): void {
    this.#running.clear();
    this.#sleep.abort();
    this.#wakeAtMs = Number.POSITIVE_INFINITY;
  }

  #sleepUntil(atMs: number): void {
    this.#sleep.abort();
    this.#sleep = new AbortController();
    this.#wakeAtMs = atMs;
    this.#clock.sleep(Math.max(0, atMs - this.#clock.monotonicMs()), this.#sleep.signal).then(
      () => this.#wake(),
      // Aborted: an earlier deadline has come in, or the server is closing.
      () => undefined,
    );
  }

  #wake(): void {
    const nowMs = this.#clock.monotonicMs();
    let next = Number.POSITIVE_INFINITY;
    for (const deadline of this.#running) {
      if (deadline.atMs > nowMs) {
        next = Math.min(next, deadline.atMs);
        continue;
      }
      this.#running.delete(deadline);
      deadline.expire();
    }
    this.#wakeAtMs = Number.POSITIVE_INFINITY;
    if (next < Number.POSITIVE_INFINITY) this.#sleepUntil(next);
  }
}
