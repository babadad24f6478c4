import type { Clock } from "../kernel/clock.ts";
import type { Service } from "../kernel/lifecycle.ts";
import { type Waiting, type WaitingPlaces, whoWaits } from "./who-waits.ts";

export interface NotifySurroundings extends WaitingPlaces {
  readonly clock: Clock;
}

/**
 * Tells READY, WATCHDOG and STOPPING, in systemd's words, to whoever has started this process and ends it when it hangs: systemd, or
 * on Windows the supervisor. Where nobody waits it does nothing. The last service to start.
 */
export class SignsOfLife implements Service {
  readonly name = "signs of life";
  readonly #clock: Clock;
  readonly #waiting: Waiting | undefined;
  #stop = new AbortController();

  constructor({ clock, ...places }: NotifySurroundings) {
    this.#clock = clock;
    this.#waiting = whoWaits(places);
  }

  async start(): Promise<void> {
    this.#stop = new AbortController();
    await this.#tell("READY=1");
    const limitMs = this.#waiting?.watchdogMs;
    // Half of what is allowed, as systemd's documentation advises.
    if (limitMs !== undefined) void this.#feedWatchdog(limitMs / 2, this.#stop.signal);
  }

  async stop(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    await this.#tell("STOPPING=1");
  }

  /** Runs on the daemon's own event loop: when that hangs, whoever waits starts the service anew. */
  async #feedWatchdog(everyMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#tell("WATCHDOG=1");
      await this.#clock.sleep(everyMs, signal).catch(() => undefined);
    }
  }

  /** Before a start that is known to take longer than it is waited for; from now on it may take that long, ms. */
  async takesLonger(withinMs: number): Promise<void> {
    await this.#tell(`EXTEND_TIMEOUT_USEC=${withinMs * 1_000}`);
  }

  async #tell(state: string): Promise<void> {
    await this.#waiting?.tell(state);
  }
}
