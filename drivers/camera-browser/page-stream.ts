import { type CameraPage, untilAborted } from "../../src/devices/index.ts";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** The frames of one page, asked for one by one. A page that falls silent for `silenceMs` breaks the stream. */
export class PageStream {
  readonly page: CameraPage;
  readonly #clock: Clock;
  readonly #silenceMs: number;
  readonly #over: Promise<never>;
  readonly #ended = new AbortController();
  #next = Promise.withResolvers<Uint8Array>();

  /** The page is watched until `signal` aborts. */
  constructor(page: CameraPage, silenceMs: number, clock: Clock, signal: AbortSignal) {
    this.page = page;
    this.#clock = clock;
    this.#silenceMs = silenceMs;
    const gone = (cause?: unknown): never => {
      throw new TitianError("DEVICE_NOT_CONNECTED", { cause });
    };
    const until = AbortSignal.any([signal, this.#ended.signal]);
    this.#over = page.watch((jpeg) => this.#show(jpeg), until).then(() => gone(), gone);
    this.#over.catch(() => undefined);
  }

  /** The page need not send any more. */
  end(): void {
    this.#ended.abort();
  }

  async next(signal: AbortSignal): Promise<Uint8Array> {
    const late = (): TitianError => new TitianError("DEVICE_TIMEOUT");
    using budget = withBudget(this.#clock, this.#silenceMs, signal, late);
    return await untilAborted(Promise.race([this.#next.promise, this.#over]), budget.signal);
  }

  #show(jpeg: Uint8Array): void {
    this.#next.resolve(jpeg);
    this.#next = Promise.withResolvers();
  }
}
