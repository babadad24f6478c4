type OnFrame = (jpeg: Uint8Array) => void;

/** One stream of frames for any number of watchers: it runs while somebody looks, and no longer. */
export class SharedPreview {
  readonly #next: (signal: AbortSignal) => Promise<Uint8Array | undefined>;
  readonly #watchers = new Map<OnFrame, (error: unknown) => void>();
  #run: AbortController | undefined;

  /** `next` resolves with the next frame, or with undefined when there is none to show. */
  constructor(next: (signal: AbortSignal) => Promise<Uint8Array | undefined>) {
    this.#next = next;
  }

  /** Resolves when the signal aborts; rejects when the stream breaks. */
  async watch(onFrame: OnFrame, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const show: OnFrame = (jpeg) => onFrame(jpeg);
    const over = Promise.withResolvers<void>();
    const leave = (): void => over.resolve();
    this.#watchers.set(show, over.reject);
    signal.addEventListener("abort", leave, { once: true });
    this.#start();
    try {
      await over.promise;
    } finally {
      signal.removeEventListener("abort", leave);
      this.#watchers.delete(show);
      if (this.#watchers.size === 0) this.#run?.abort();
    }
  }

  #start(): void {
    if (this.#run && !this.#run.signal.aborted) return;
    const run = new AbortController();
    this.#run = run;
    this.#stream(run.signal).catch((error: unknown) => {
      // A stream that ended because the last watcher left has nobody to tell.
      if (run.signal.aborted) return;
      run.abort();
      for (const fail of [...this.#watchers.values()]) fail(error);
    });
  }

  async #stream(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const jpeg = await this.#next(signal);
      if (!jpeg || signal.aborted) continue;
      for (const show of [...this.#watchers.keys()]) show(jpeg);
    }
  }
}
