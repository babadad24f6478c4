import { describe, expect, it } from "vitest";
import { type Daemon, supervise } from "../../../service-install/supervisor/supervise.ts";

/** A PC whose time passes only in pauses, and whose daemons end as told. */
class Pc {
  readonly said: string[] = [];
  readonly paused: number[] = [];
  readonly stopping = new AbortController();
  started = 0;
  killed = 0;
  settingsStamp = 1;
  nowMs = 0;
  /** What happens after each start; the last one goes on. */
  readonly #ends: readonly (readonly [afterMs: number, code: number | string])[];

  constructor(...ends: (readonly [afterMs: number, code: number | string])[]) {
    this.#ends = ends;
  }

  run(): Promise<void> {
    return supervise(
      {
        start: async () => this.#start(),
        settingsStamp: () => this.settingsStamp,
        nowMs: () => this.nowMs,
        pause: async (ms) => {
          this.paused.push(ms);
          this.nowMs += ms;
          this.onPause();
        },
        say: (line) => this.said.push(line),
        tell: () => undefined,
      },
      this.stopping.signal,
    );
  }

  onPause: () => void = () => undefined;

  #start(): Daemon {
    const end = this.#ends[this.started];
    this.started += 1;
    if (!end) this.stopping.abort();
    const [afterMs, code] = end ?? [0, 0];
    this.nowMs += afterMs;
    return { version: "1.0.0", ended: Promise.resolve(code), stop: () => undefined, kill: () => undefined };
  }
}

describe("the supervisor", () => {
  it("starts a daemon again, later each time that it fails at once", async () => {
    const pc = new Pc([10, 70], [10, 70], [10, "SIGKILL"], [10, 1]);
    await pc.run();

    expect(pc.started).toBe(5);
    expect(pc.paused.slice(0, 4)).toEqual([3_000, 5_000, 10_000, 30_000]);
    expect(pc.said).toContain("Titian 1.0.0 ended: SIGKILL");
  });

  it("forgets the failures of one that has run for a while", async () => {
    const pc = new Pc([10, 70], [10, 70], [3_600_000, 70]);
    await pc.run();

    expect(pc.paused.slice(0, 3)).toEqual([3_000, 5_000, 3_000]);
  });

  it("begins another version at once", async () => {
    const pc = new Pc([3_600_000, 75]);
    await pc.run();

    expect(pc.started).toBe(2);
    expect(pc.paused.filter((ms) => ms !== 30_000)).toEqual([]);
  });

  it("leaves one alone whose settings are wrong, until somebody has changed them", async () => {
    const pc = new Pc([10, 64]);
    pc.onPause = () => {
      if (pc.paused.length === 4) pc.settingsStamp = 2;
    };
    await pc.run();

    expect(pc.paused.slice(0, 4)).toEqual([5_000, 5_000, 5_000, 5_000]);
    expect(pc.started).toBe(2);
  });

  it("goes on when nothing can be started, and says why", async () => {
    const pc = new Pc();
    const around = {
      start: () => Promise.reject(new Error("no version is whole")),
      settingsStamp: () => 1,
      nowMs: () => 0,
      pause: async () => pc.stopping.abort(),
      say: (line: string) => void pc.said.push(line),
      tell: () => undefined,
    };
    await supervise(around, pc.stopping.signal);

    expect(pc.said[0]).toBe("it could not be started: no version is whole");
  });

  it("ends a daemon the hard way that does not stop", async () => {
    const stopping = new AbortController();
    const ended = Promise.withResolvers<number | string>();
    const seen: string[] = [];
    const running = supervise(
      {
        start: async () => ({
          ...{ version: "1.0.0", ended: ended.promise, stop: () => seen.push("stop") },
          kill: () => ended.resolve("SIGKILL"),
        }),
        settingsStamp: () => 1,
        nowMs: () => 0,
        pause: async (ms) => void seen.push(`waited ${ms}`),
        say: () => undefined,
        tell: () => stopping.abort(),
      },
      stopping.signal,
    );
    await running;

    expect(seen).toEqual(["stop", "waited 30000"]);
  });
});
