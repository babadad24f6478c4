import { describe, expect, it } from "vitest";
import { supervise } from "../../../service-install/supervisor/supervise.ts";
import { SupervisedPc } from "./supervised-pc.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** From one start to the next. */
const between = ({ startedMs }: SupervisedPc): readonly number[] =>
  startedMs.slice(1).map((ms, index) => ms - (startedMs[index] ?? 0));

describe("the supervisor", () => {
  it("starts a daemon again, later each time that it fails at once", async () => {
    const pc = new SupervisedPc({ endsAfterMs: 10, code: "SIGKILL" });
    await pc.clock.advance(6 * MINUTE);

    expect(between(pc).slice(0, 6)).toEqual([3_010, 5_010, 10_010, 30_010, 60_010, 60_010]);
    expect(pc.said).toContain("Titian 1.0.0 ended: SIGKILL");
    expect(pc.said).toContain("it starts again in 60 s");
  });

  it("forgets the failures of one that has run for a while", async () => {
    const fails = { endsAfterMs: 10 };
    const pc = new SupervisedPc(fails, fails, { endsAfterMs: MINUTE }, {});
    await pc.clock.advance(5 * MINUTE);

    expect(between(pc)).toEqual([3_010, 5_010, 63_000]);
  });

  it("begins another version at once", async () => {
    const pc = new SupervisedPc({ endsAfterMs: HOUR, code: 75 }, {});
    await pc.clock.advance(2 * HOUR);

    expect(between(pc)).toEqual([HOUR]);
  });

  it("waits when versions ask for one another again and again, and then tries once more", async () => {
    const pc = new SupervisedPc({ endsAfterMs: 10, code: 75 });
    await pc.clock.advance(4 * MINUTE);
    expect(pc.startedMs).toHaveLength(10);
    expect(pc.said.at(-1)).toBe(
      "it has been started 10 times within 5 minutes: it waits for 5 minutes, or for the settings to be changed",
    );

    await pc.clock.advance(2 * MINUTE);
    expect(pc.startedMs).toHaveLength(20);
  });

  it("does not wait any longer once somebody has changed the settings", async () => {
    const again = { endsAfterMs: 10, code: 75 };
    const pc = new SupervisedPc(...Array.from({ length: 10 }, () => again), {});
    await pc.clock.advance(MINUTE);
    expect(pc.startedMs).toHaveLength(10);

    pc.settingsStamp = 2;
    await pc.clock.advance(5 * SECOND);
    expect(pc.startedMs).toHaveLength(11);
  });

  it("leaves one alone whose settings are wrong, until somebody has changed them, as often as that takes", async () => {
    const pc = new SupervisedPc({ endsAfterMs: 10, code: 64 });
    await pc.clock.advance(HOUR);
    expect(pc.startedMs).toHaveLength(1);

    for (let change = 2; change <= 20; change++) {
      pc.settingsStamp = change;
      await pc.clock.advance(5 * SECOND + 10);
    }
    expect(pc.startedMs).toHaveLength(20);
    expect(pc.said.at(-1)).toBe("it waits for the settings to be changed");
  });

  it("goes on when nothing can be started, and says why", async () => {
    const said: string[] = [];
    const stopping = new AbortController();
    const around = {
      start: () => Promise.reject(new Error("no version is whole")),
      settingsStamp: () => 1,
      nowMs: () => 0,
      pause: async () => stopping.abort(),
      say: (line: string) => void said.push(line),
      tell: () => undefined,
    };
    await supervise(around, stopping.signal);

    expect(said[0]).toBe("it could not be started: no version is whole");
  });

  it("ends a daemon the hard way that does not stop, and starts none after it", async () => {
    const pc = new SupervisedPc({});
    await pc.clock.advance(HOUR);
    pc.stopping.abort();
    expect(pc.daemon.wasAsked).toBe(true);
    await pc.clock.advance(29 * SECOND);
    expect(pc.daemon.wasKilled).toBe(false);

    await pc.clock.advance(2 * SECOND);
    expect(pc.daemon.wasKilled).toBe(true);
    expect(pc.isOver).toBe(true);
    expect(pc.startedMs).toHaveLength(1);
  });
});
