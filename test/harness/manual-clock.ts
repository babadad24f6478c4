import type { Clock } from "../../src/kernel/clock.ts";

interface Sleeper {
  readonly wakeAtMs: number;
  readonly wake: () => void;
}

/** Time that moves only when a test says so. Sleepers wake in order, and promises settle in between. */
export class ManualClock implements Clock {
  readonly bootId: string;
  #wallMs: number;
  #monotonicMs = 1_000;
  #sleepers: Sleeper[] = [];

  constructor(start = new Date("2026-02-06T01:00:00.000Z"), bootId = "boot-1") {
    this.#wallMs = start.getTime();
    this.bootId = bootId;
  }

  now(): Date {
    return new Date(this.#wallMs);
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const sleeper: Sleeper = { wakeAtMs: this.#monotonicMs + ms, wake: resolve };
      this.#sleepers.push(sleeper);
      signal.addEventListener(
        "abort",
        () => {
          this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
          reject(signal.reason);
        },
        { once: true },
      );
    });
  }

  /** How many waits are pending: lets a test see that something went to sleep. */
  get sleepers(): number {
    return this.#sleepers.length;
  }

  async advance(ms: number): Promise<void> {
    const until = this.#monotonicMs + ms;
    await settle();
    for (;;) {
      const next = this.#sleepers
        .filter((s) => s.wakeAtMs <= until)
        .sort((a, b) => a.wakeAtMs - b.wakeAtMs)[0];
      if (!next) break;
      this.#move(next.wakeAtMs);
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      next.wake();
      await settle();
    }
    this.#move(until);
    await settle();
  }

  /** The wall clock of an old PC jumps; the monotonic one does not. */
  jumpWall(ms: number): void {
    this.#wallMs += ms;
  }

  #move(toMs: number): void {
    this.#wallMs += toMs - this.#monotonicMs;
    this.#monotonicMs = toMs;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
