import { TitianError } from "../../src/kernel/errors.ts";

/** Jobs that wait for the one in print; more than a desk can mean. */
const MOST_WAITING = 8;

/** One roll of paper, one job or look at a time, in the order they came. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  get isBusy(): boolean {
    return this.#count > 0;
  }

  /** Rejects with `DEVICE_BUSY` when the line is too long. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#count > MOST_WAITING) throw new TitianError("DEVICE_BUSY");
    this.#count++;
    const turn = this.#last.then(work).finally(() => {
      this.#count--;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
