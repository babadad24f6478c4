import { untilAborted } from "../../src/devices/index.ts";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { NativeFunction } from "./winspool-library.ts";

/**
 * Native calls run on the threads that file access and name look-up need as well, four of them, and a spooler that talks
 * to a dead network printer keeps its thread for minutes: more than this many at once would stop the daemon.
 */
const AT_ONCE = 2;

export interface NativeResult {
  readonly value: number;
  /** GetLastError, read on the thread that made the call. Means something only after a failure. */
  readonly win32: number;
}

/** Native calls off the event loop, few at a time. A call that hangs costs its place, not the daemon. */
export class NativeCalls {
  readonly #clock: Clock;
  readonly #lastError: () => number;
  readonly #waiting: (() => void)[] = [];
  #free = AT_ONCE;

  constructor(clock: Clock, lastError: () => number) {
    this.#clock = clock;
    this.#lastError = lastError;
  }

  /**
   * Several calls that belong together. When the caller stops waiting, `work` sees it at its next look at the signal and
   * tidies up by itself: a native call under way can only be waited for.
   */
  async run<T>(withinMs: number, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    using budget = withBudget(this.#clock, withinMs, signal, () => new TitianError("DEVICE_TIMEOUT"));
    await this.#enter(budget.signal);
    const done = work(budget.signal).finally(() => this.#leave());
    return await untilAborted(done, budget.signal);
  }

  call(native: NativeFunction, ...args: unknown[]): Promise<NativeResult> {
    return new Promise((resolve, reject) => {
      native.async(...args, (error: unknown, value: unknown) => {
        // koffi keeps no hold on the memory behind buffers; this does, until here.
        args.length = 0;
        if (error) reject(error);
        else resolve({ value: Number(value), win32: this.#lastError() });
      });
    });
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    const turn = new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      await untilAborted(turn, signal);
    } catch (error) {
      // Its turn may still come: it is passed on.
      void turn.then(() => this.#leave());
      throw error;
    }
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
