import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { START_LIMIT } from "../../../service-install/supervisor/supervise.ts";
import { WAITS_MS } from "../../../service-install/supervisor/watch.ts";
import { SupervisedPc } from "./supervised-pc.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One that serves. */
async function ready(life: ConstructorParameters<typeof SupervisedPc>[0] = {}): Promise<SupervisedPc> {
  const pc = new SupervisedPc({ givesSigns: true, ...life });
  await pc.clock.advance(SECOND);
  pc.daemon.says("READY=1");
  return pc;
}

/** As the daemon gives them. */
async function living(pc: SupervisedPc, ms: number): Promise<void> {
  for (let lived = 0; lived < ms; lived += 30 * SECOND) {
    pc.daemon.says("WATCHDOG=1");
    await pc.clock.advance(30 * SECOND);
  }
}

describe("a daemon that is watched", () => {
  it("is waited for as long as systemd's unit would", () => {
    const unit = readFileSync("service-install/systemd/titian.service", "utf8");
    const inUnit = (name: string): number => Number(new RegExp(`^${name}=(\\d+)$`, "m").exec(unit)?.[1]);

    expect(WAITS_MS.ready).toBe(inUnit("TimeoutStartSec") * SECOND);
    expect(WAITS_MS.sign).toBe(inUnit("WatchdogSec") * SECOND);
    expect(WAITS_MS.stop).toBe(inUnit("TimeoutStopSec") * SECOND);
    expect(START_LIMIT.withinMs).toBe(inUnit("StartLimitIntervalSec") * SECOND);
    expect(START_LIMIT.starts).toBe(inUnit("StartLimitBurst"));
  });

  it("runs on while it gives signs of life", async () => {
    const pc = await ready();
    await living(pc, HOUR);

    expect(pc.daemon.wasKilled).toBe(false);
    expect(pc.said).toEqual(["started Titian 1.0.0", "Titian 1.0.0 is ready"]);
  });

  it("is ended when none has come for a minute, and started again", async () => {
    const pc = await ready();
    await living(pc, HOUR);
    const hung = pc.daemon;
    await pc.clock.advance(29 * SECOND);
    expect(hung.wasKilled).toBe(false);
    await pc.clock.advance(2 * SECOND);
    expect(hung.wasKilled).toBe(true);
    expect(pc.said.slice(2)).toEqual([
      "Titian 1.0.0 has given no sign of life for 60 s: it is ended",
      "Titian 1.0.0 ended: SIGKILL",
      "it starts again in 3 s",
    ]);

    await pc.clock.advance(3 * SECOND);
    expect(pc.startedMs).toHaveLength(2);
    expect(pc.daemon).not.toBe(hung);
  });

  it("is asked to stop when it is not ready in time, and ended when it does not hear that", async () => {
    const pc = new SupervisedPc({ givesSigns: true });
    await pc.clock.advance(89 * SECOND);
    const { daemon } = pc;
    expect(daemon.wasAsked).toBe(false);
    await pc.clock.advance(SECOND);
    expect(daemon.wasAsked).toBe(true);
    // Too late: it was asked.
    daemon.says("READY=1");
    await pc.clock.advance(29 * SECOND);
    expect(daemon.wasKilled).toBe(false);

    await pc.clock.advance(SECOND);
    expect(daemon.wasKilled).toBe(true);
    expect(pc.said.slice(1, 3)).toEqual([
      "Titian 1.0.0 is not ready after 90 s: it is asked to stop",
      "Titian 1.0.0 has not stopped within 30 s: it is ended",
    ]);
  });

  it("has longer when it says that its start takes longer", async () => {
    const pc = new SupervisedPc({ givesSigns: true });
    await pc.clock.advance(SECOND);
    pc.daemon.says("EXTEND_TIMEOUT_USEC=600000000");
    await pc.clock.advance(599 * SECOND);
    expect(pc.daemon.wasAsked).toBe(false);

    await pc.clock.advance(SECOND);
    expect(pc.said.at(-1)).toBe("Titian 1.0.0 is not ready after 600 s: it is asked to stop");
  });

  it("is not ended because the PC slept, nor because nobody got a turn", async () => {
    const pc = await ready();
    pc.daemon.says("WATCHDOG=1");
    await pc.clock.advance(29 * SECOND);
    for (let night = 0; night < 10; night++) await pc.sleeps(10 * HOUR);
    expect(pc.daemon.wasKilled).toBe(false);
    await living(pc, MINUTE);
    expect(pc.said).toEqual(["started Titian 1.0.0", "Titian 1.0.0 is ready"]);

    await pc.clock.advance(31 * SECOND);
    expect(pc.said.at(-1)).toBe("it starts again in 3 s");
  });

  it("is not watched when its version is older than the signs", async () => {
    const pc = new SupervisedPc({});
    await pc.clock.advance(HOUR);

    expect(pc.said).toEqual(["started Titian 1.0.0"]);
  });

  it("has half a minute once it says that it stops, as for another version", async () => {
    const pc = await ready();
    pc.daemon.says("STOPPING=1");
    const { daemon } = pc;
    await pc.clock.advance(29 * SECOND);
    expect(daemon.wasKilled).toBe(false);

    await pc.clock.advance(SECOND);
    expect(daemon.wasKilled).toBe(true);
    expect(pc.said[2]).toBe("Titian 1.0.0 has not stopped within 30 s: it is ended");
  });

  it("that hangs is not started again when Titian is being stopped or removed meanwhile", async () => {
    const pc = await ready();
    await pc.clock.advance(50 * SECOND);
    pc.stopping.abort();
    await pc.clock.advance(29 * SECOND);
    expect(pc.daemon.wasKilled).toBe(false);
    await pc.clock.advance(2 * SECOND);

    expect(pc.isOver).toBe(true);
    expect(pc.startedMs).toHaveLength(1);
    expect(pc.said.slice(2)).toEqual([
      "Titian 1.0.0 has not stopped within 30 s: it is ended",
      "Titian 1.0.0 ended: SIGKILL",
    ]);
  });

  it("that Windows cannot end is said once, and waited for", async () => {
    const pc = await ready({ isStuck: true });
    await pc.clock.advance(HOUR);

    expect(pc.said.slice(2)).toEqual([
      "Titian 1.0.0 has given no sign of life for 60 s: it is ended",
      "Titian 1.0.0 cannot be ended: this PC has to be restarted",
    ]);
    expect(pc.startedMs).toHaveLength(1);
  });

  it("that obeys is not ended the hard way", async () => {
    const pc = await ready({ obeys: true });
    pc.stopping.abort();
    await pc.clock.advance(SECOND);

    expect(pc.daemon.wasKilled).toBe(false);
    expect(pc.isOver).toBe(true);
  });
});
