import { untilAborted } from "../../src/devices/index.ts";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { nativePlaces } from "./native-places.ts";
import type { NativeFunction } from "./winspool-library.ts";

export interface NativeResult {
  readonly value: number;
  /** As koffi gave it: handles are bigints. */
  readonly raw: unknown;
  /** GetLastError, read on the thread that made the call. Means something only after a failure. */
  readonly win32: number;
}

/** Native calls off the event loop. A call that hangs costs its caller a budget and the process a place, never the daemon. */
export class NativeCalls {
  readonly #clock: Clock;
  readonly #lastError: () => number;
  readonly #places = nativePlaces;

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
    const place = await this.#places.take(budget.signal);
    const done = work(budget.signal).finally(() => place[Symbol.dispose]());
    return await untilAborted(done, budget.signal);
  }

  call(native: NativeFunction, ...args: unknown[]): Promise<NativeResult> {
    return new Promise((resolve, reject) => {
      native.async(...args, (error: unknown, value: unknown) => {
        // koffi keeps no hold on the memory behind buffers; this does, until here.
        args.length = 0;
        if (error) reject(error);
        else resolve({ value: Number(value), raw: value, win32: this.#lastError() });
      });
    });
  }
}
