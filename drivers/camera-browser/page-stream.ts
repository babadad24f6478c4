import { type CameraPage, untilAborted } from "../../src/devices/index.ts";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** The frames of one page, asked for one by one. A page that falls silent for `silenceMs` breaks the stream. */
export class PageStream {
  readonly page: CameraPage;
  readonly #clock: Clock;
  readonly #silenceMs: number;
  readonly #ended = new AbortController();
  #next = Promise.withResolvers<Uint8Array>();
  #gone: TitianError | undefined;

  /** The page is watched until `signal` aborts. */
  constructor(page: CameraPage, silenceMs: number, clock: Clock, signal: AbortSignal) {
    this.page = page;
    this.#clock = clock;
    this.#silenceMs = silenceMs;
    const until = AbortSignal.any([signal, this.#ended.signal]);
    page
      .watch((jpeg) => this.#show(jpeg), until)
      .then(
        () => this.#break(),
        (cause: unknown) => this.#break(cause),
      );
  }

  /** The page need not send any more. */
  end(): void {
    this.#ended.abort();
  }

  async next(signal: AbortSignal): Promise<Uint8Array> {
    const late = (): TitianError => new TitianError("DEVICE_TIMEOUT");
    using budget = withBudget(this.#clock, this.#silenceMs, signal, late);
    if (this.#gone) throw this.#gone;
    // No race against a promise that outlives it: that would keep every frame until the preview ends.
    return await untilAborted(this.#next.promise, budget.signal);
  }

  #break(cause?: unknown): void {
    this.#gone = new TitianError("DEVICE_NOT_CONNECTED", { cause });
    this.#next.promise.catch(() => undefined);
    this.#next.reject(this.#gone);
  }

  #show(jpeg: Uint8Array): void {
    this.#next.resolve(jpeg);
    this.#next = Promise.withResolvers();
  }
}
