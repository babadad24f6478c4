import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** How the line to the printer is: up, silent for a moment, or lost. */
export class Link {
  readonly #clock: Clock;
  readonly #lostAfterMs: number;
  #silentSinceMs: number | undefined;

  constructor(clock: Clock, lostAfterMs: number) {
    this.#clock = clock;
    this.#lostAfterMs = lostAfterMs;
  }

  answered(): void {
    this.#silentSinceMs = undefined;
  }

  /** A restart of the queue or a Wi-Fi that breathes is not yet a loss; nothing to hear for `lostAfterMs` is. */
  failed(): "silent" | "lost" {
    const nowMs = this.#clock.monotonicMs();
    this.#silentSinceMs ??= nowMs;
    return nowMs - this.#silentSinceMs >= this.#lostAfterMs ? "lost" : "silent";
  }
}

/** Whether nobody was there at all, or somebody who kept silent. */
export function wasSilent(error: unknown): boolean {
  return error instanceof TitianError && error.code === "DEVICE_TIMEOUT";
}
