import { browserTimer, type Timer } from "../../../../src/bridge/client/transport.ts";

interface Options {
  /** Changes that come closer together than this are asked about once, ms. */
  readonly afterMs: number;
  /** What is asked is of no use once there is something newer. */
  readonly cancels: boolean;
  readonly timer?: Timer;
}

/** Asks about the newest state only, one question at a time: what came between two answers is never asked about. */
export class Newest<T> implements Disposable {
  readonly #ask: (wanted: T, signal: AbortSignal) => Promise<void>;
  readonly #options: Options;
  readonly #timer: Timer;
  #wanted: T | undefined;
  #stopTimer: (() => void) | undefined;
  #running: AbortController | undefined;

  constructor(ask: (wanted: T, signal: AbortSignal) => Promise<void>, options: Options) {
    this.#ask = ask;
    this.#options = options;
    this.#timer = options.timer ?? browserTimer;
  }

  want(wanted: T): void {
    const isWaiting = this.#stopTimer !== undefined;
    this.#wanted = wanted;
    if (this.#options.cancels) {
      this.#running?.abort();
      this.#stopTimer?.();
      this.#wait();
    } else if (!isWaiting && !this.#running) this.#wait();
  }

  [Symbol.dispose](): void {
    this.#wanted = undefined;
    this.#stopTimer?.();
    this.#running?.abort();
  }

  #wait(): void {
    this.#stopTimer = this.#timer(this.#options.afterMs, () => {
      this.#stopTimer = undefined;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === undefined) return;
    this.#wanted = undefined;
    const cancel = new AbortController();
    this.#running = cancel;
    try {
      await this.#ask(wanted, cancel.signal);
    } finally {
      if (this.#running === cancel) this.#running = undefined;
      if (this.#wanted !== undefined && !this.#stopTimer && !this.#running) this.#wait();
    }
  }
}
