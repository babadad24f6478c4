import { EventEmitter } from "node:events";
import type { Clock } from "../../kernel/clock.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";

/** How often the two clocks are compared, ms. */
const EVERY_MS = 10_000;
/** Apart by more than this within one interval means that somebody, or a flat CMOS battery, moved the wall clock. */
const TOLERANCE_MS = 2_000;

export interface ClockWatchEvents {
  jumped: [{ readonly wallMs: number; readonly monotonicMs: number }];
}

/** Notices when the wall clock jumps: old desk PCs do that, and a case that spans a jump is marked. */
export class ClockWatch implements Service {
  readonly name = "clock watch";
  readonly events = new EventEmitter<ClockWatchEvents>();
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#log = log;
  }

  async start(): Promise<void> {
    this.#running = this.#watch().catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #watch(): Promise<void> {
    for (;;) {
      const wall = this.#clock.now().getTime();
      const monotonic = this.#clock.monotonicMs();
      await this.#clock.sleep(EVERY_MS, this.#stopping.signal);
      const wallMs = Math.round(this.#clock.now().getTime() - wall);
      const monotonicMs = Math.round(this.#clock.monotonicMs() - monotonic);
      if (Math.abs(wallMs - monotonicMs) <= TOLERANCE_MS) continue;
      this.#log.warn("wall clock jumped", { wallMs, monotonicMs });
      this.events.emit("jumped", { wallMs, monotonicMs });
    }
  }
}
