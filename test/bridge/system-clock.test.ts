import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { SystemClock } from "../../src/bridge/system-clock.ts";

const never = new AbortController().signal;

describe("the system clock", () => {
  it("compares across processes within one boot", () => {
    const module = new URL("../../src/bridge/system-clock.ts", import.meta.url).href;
    const script = `const { SystemClock } = await import(${JSON.stringify(module)}); const c = new SystemClock();
      process.stdout.write(JSON.stringify([c.bootId, c.monotonicMs()]));`;
    const before = new SystemClock();
    const beforeMs = before.monotonicMs();
    const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    const [bootId, betweenMs] = JSON.parse(child.stdout);
    const afterMs = new SystemClock().monotonicMs();

    expect(bootId).toBe(before.bootId);
    expect(betweenMs).toBeGreaterThan(beforeMs);
    expect(betweenMs).toBeLessThan(afterMs);
  });

  it("counts the time a PC was suspended, because a visitor waited through it", () => {
    let runningMs = 50_000;
    let uptimeMs = 50_004;
    const clock = new SystemClock({ bootId: "b", runningMs: () => runningMs, uptimeMs: () => uptimeMs });
    const startMs = clock.monotonicMs();
    runningMs += 1_000;
    uptimeMs += 601_000;

    expect(clock.monotonicMs() - startMs).toBeCloseTo(601_000, -2);
  });

  it("does not let the grain of the uptime shake short measurements", () => {
    let runningMs = 50_000;
    const clock = new SystemClock({
      bootId: "b",
      runningMs: () => runningMs,
      uptimeMs: () => Math.floor(runningMs / 10) * 10,
    });
    const readings = Array.from({ length: 100 }, () => {
      runningMs += 0.5;
      return clock.monotonicMs();
    });

    expect(readings.every((reading, index) => index === 0 || reading - readings[index - 1]! === 0.5)).toBe(
      true,
    );
  });

  it("ignores the shorter uptime a container shows", () => {
    const clock = new SystemClock({ bootId: "b", runningMs: () => 90_000, uptimeMs: () => 5_000 });

    expect(clock.monotonicMs()).toBe(90_000);
  });

  it("does without an uptime where the system tells none", () => {
    const clock = new SystemClock({ bootId: "b", runningMs: () => 90_000, uptimeMs: () => undefined });

    expect(clock.monotonicMs()).toBe(90_000);
  });

  it("wakes a sleeper with the signal's own reason", async () => {
    const stop = new AbortController();
    const asleep = new SystemClock().sleep(60_000, stop.signal);
    const reason = new Error("the cable was pulled");
    stop.abort(reason);

    await expect(asleep).rejects.toBe(reason);
    await expect(new SystemClock().sleep(1, stop.signal)).rejects.toBe(reason);
  });

  it("sleeps", async () => {
    const clock = new SystemClock();
    const startMs = clock.monotonicMs();
    await clock.sleep(20, never);

    expect(clock.monotonicMs() - startMs).toBeGreaterThanOrEqual(19);
  });
});
