import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";

interface Options {
  readonly clock: Clock;
  readonly log: Logger;
  readonly afterMs: number;
  /** What it cannot do is logged; the next call tries again. */
  readonly work: () => void;
}

/** Runs `work` once, `afterMs` after the first of many calls. News that comes in thousands is told in ones. */
export class Damped implements Disposable {
  readonly #options: Options;
  readonly #lifetime = new AbortController();
  #isDue = false;

  constructor(options: Options) {
    this.#options = options;
  }

  touch(): void {
    const { clock, afterMs } = this.#options;
    if (this.#isDue || this.#lifetime.signal.aborted) return;
    this.#isDue = true;
    clock.sleep(afterMs, this.#lifetime.signal).then(
      () => this.#run(),
      () => undefined,
    );
  }

  [Symbol.dispose](): void {
    this.#lifetime.abort();
  }

  #run(): void {
    const { work, log } = this.#options;
    this.#isDue = false;
    try {
      work();
    } catch (error) {
      log.warn("news could not be told", { code: TitianError.from(error).code });
    }
  }
}
