import { supervise } from "../../../service-install/supervisor/supervise.ts";
import type { Daemon } from "../../../service-install/supervisor/watch.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

/** How one start goes, and every start after the last that is told of. */
export interface Life {
  readonly endsAfterMs?: number;
  readonly code?: number | string;
  /** Gives signs of life; otherwise it is of a version from before there were any. */
  readonly givesSigns?: boolean;
  /** Ends when it is asked to. */
  readonly obeys?: boolean;
  /** In a driver that never comes back: not even Windows can end it. */
  readonly isStuck?: boolean;
}

/** A program that does what its life says, and what a test tells it. */
class PlayedDaemon implements Daemon {
  readonly version = "1.0.0";
  readonly ended: Promise<number | string>;
  readonly hear: Daemon["hear"];
  readonly end: (how: number | string) => void;
  wasAsked = false;
  wasKilled = false;
  readonly #life: Life;
  #listener: (sign: string) => void = () => undefined;

  constructor(life: Life) {
    this.#life = life;
    const { promise, resolve } = Promise.withResolvers<number | string>();
    this.ended = promise;
    this.end = resolve;
    this.hear = life.givesSigns ? (listener) => this.#heardBy(listener) : undefined;
  }

  #heardBy(listener: (sign: string) => void): void {
    this.#listener = listener;
  }

  says(sign: string): void {
    this.#listener(sign);
  }

  stop(): void {
    this.wasAsked = true;
    if (this.#life.obeys) this.end(0);
  }

  kill(): void {
    this.wasKilled = true;
    if (!this.#life.isStuck) this.end("SIGKILL");
  }
}

/** A PC whose time passes when a test says so. */
export class SupervisedPc {
  readonly clock = new ManualClock();
  readonly said: string[] = [];
  readonly stopping = new AbortController();
  settingsStamp = 1;
  /** When each start was, from the first one, ms. */
  readonly startedMs: number[] = [];
  readonly #lives: readonly Life[];
  #daemon = new PlayedDaemon({});
  #sleptMs = 0;
  #isOver = false;

  constructor(...lives: Life[]) {
    this.#lives = lives;
    void supervise(
      {
        start: async () => this.#start(),
        settingsStamp: () => this.settingsStamp,
        nowMs: () => this.#nowMs(),
        pause: (ms, signal) => this.clock.sleep(ms, signal).catch(() => undefined),
        say: (line) => this.said.push(line),
        tell: () => undefined,
      },
      this.stopping.signal,
    ).then(() => {
      this.#isOver = true;
    });
  }

  /** The one that was started last. */
  get daemon(): PlayedDaemon {
    return this.#daemon;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** For so long nobody gets a turn; then the one that was waited for comes, late. */
  async sleeps(ms: number): Promise<void> {
    this.#sleptMs += ms;
    await this.clock.advance(1_000);
  }

  #nowMs(): number {
    return this.clock.monotonicMs() + this.#sleptMs;
  }

  #start(): PlayedDaemon {
    const life = this.#lives[Math.min(this.startedMs.length, this.#lives.length - 1)] ?? {};
    this.startedMs.push(this.#nowMs() - 1_000);
    const daemon = new PlayedDaemon(life);
    this.#daemon = daemon;
    const { endsAfterMs, code = 70 } = life;
    const never = new AbortController().signal;
    if (endsAfterMs !== undefined) void this.clock.sleep(endsAfterMs, never).then(() => daemon.end(code));
    return daemon;
  }
}
