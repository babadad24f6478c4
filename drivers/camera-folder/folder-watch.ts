import { type FSWatcher, watch } from "node:fs";
import type { Clock } from "../../src/kernel/clock.ts";

/** A file that is being saved reports itself many times; one look answers them all. */
const GATHER_MS = 150;

/** When to look again: soon after the system tells of a change, and every `pollMs` where it tells nothing. */
export class FolderWatch implements Disposable {
  readonly #clock: Clock;
  readonly #pollMs: number;
  readonly #watcher: FSWatcher | undefined;
  #changed = Promise.withResolvers<void>();

  constructor(folder: string, pollMs: number, clock: Clock) {
    this.#clock = clock;
    this.#pollMs = pollMs;
    this.#watcher = this.#begin(folder);
  }

  async nextLook(signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    try {
      const news = this.#changed.promise.then(() => this.#clock.sleep(GATHER_MS, either));
      await Promise.race([news, this.#clock.sleep(this.#pollMs, either)]);
    } finally {
      over.abort();
      this.#changed = Promise.withResolvers<void>();
    }
  }

  [Symbol.dispose](): void {
    this.#watcher?.close();
  }

  /** Network shares and some systems cannot be watched: then there is the poll. */
  #begin(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#changed.resolve());
      watcher.on("error", () => watcher.close());
      return watcher;
    } catch {
      return undefined;
    }
  }
}
