import { afterEach, describe, expect, it } from "vitest";
import { ConfiguredDevice, DeviceSupervisor } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { PlugDevice } from "./plug-device.ts";

const never = new AbortController().signal;
const offers = { name: "plug", offers: ["camera"] } as const;

describe("the device supervisor", () => {
  const clock = new ManualClock();
  const log = new SilentLog();
  let supervisor: DeviceSupervisor;

  function supervise(...plugs: PlugDevice[]): ConfiguredDevice[] {
    const devices = plugs.map((plug) => new ConfiguredDevice(plug, offers, clock));
    supervisor = new DeviceSupervisor(devices, clock, log, () => 0);
    return devices;
  }

  afterEach(async () => {
    await supervisor.stop();
    expect(clock.sleepers, "nothing keeps waiting after a stop").toBe(0);
  });

  it("starts without the device, and opens it when it turns up", async () => {
    const plug = new PlugDevice(clock);
    plug.isPlugged = false;
    const [device] = supervise(plug);
    await supervisor.start(never);
    await supervisor.firstAttempts();
    expect(device!.health).toMatchObject({ level: "down", reasons: ["not-connected"] });

    plug.isPlugged = true;
    await clock.advance(500);
    expect(device!.health.level).toBe("ok");
  });

  it("waits longer from failure to failure, and never longer than ten seconds", async () => {
    const plug = new PlugDevice(clock);
    plug.isPlugged = false;
    supervise(plug);
    await supervisor.start(never);
    const gaps: number[] = [];
    let lastMs = clock.monotonicMs();
    await clock.advance(0);
    for (let opens = plug.opens; gaps.length < 8; ) {
      await clock.advance(250);
      if (plug.opens === opens) continue;
      opens = plug.opens;
      gaps.push(clock.monotonicMs() - lastMs);
      lastMs = clock.monotonicMs();
    }
    expect(gaps).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
  });

  it("logs an absent device once, not all night", async () => {
    const plug = new PlugDevice(clock);
    plug.isPlugged = false;
    supervise(plug);
    const before = log.lines.length;
    await supervisor.start(never);
    await clock.advance(600_000);
    expect(log.lines.slice(before).filter(({ level }) => level === "warn")).toHaveLength(1);
  });

  it("logs a loose cable no more often, although every plug makes it try at once", async () => {
    const plug = new PlugDevice(clock);
    supervise(plug);
    const before = log.lines.length;
    await supervisor.start(never);
    for (let turn = 0; turn < 300; turn++) {
      plug.pull();
      supervisor.wakeLost();
      await clock.advance(1_000);
      plug.isPlugged = true;
      supervisor.wakeLost();
      await clock.advance(1_000);
    }
    expect(log.lines.slice(before).filter(({ level }) => level !== "debug").length).toBeLessThanOrEqual(4);
  });

  it("stops, and leaves a device behind that does not close", async () => {
    const plug = new PlugDevice(clock);
    supervise(plug);
    await supervisor.start(never);
    await supervisor.firstAttempts();
    const closing = Promise.withResolvers<void>();
    plug.close = () => closing.promise;
    const stopped = supervisor.stop();
    await clock.advance(10_000);
    await stopped;
    closing.resolve();
  });

  it("opens a device again that was pulled and put back", async () => {
    const plug = new PlugDevice(clock);
    const [device] = supervise(plug);
    await supervisor.start(never);
    await clock.advance(60_000);
    plug.pull();
    expect(device!.health.reasons).toEqual(["not-connected"]);
    plug.isPlugged = true;
    await clock.advance(500);
    expect(device!.health.reasons).toEqual([]);
  });

  it("leaves a device open whose trouble needs a hand", async () => {
    const plug = new PlugDevice(clock);
    const [device] = supervise(plug);
    await supervisor.start(never);
    await clock.advance(0);
    plug.complain(["cover-open"]);
    await clock.advance(120_000);
    expect(plug.opens).toBe(1);
    expect(device!.health.reasons).toEqual(["cover-open"]);
  });

  it("gives a device up that does not answer while it opens, and tries again", async () => {
    const plug = new PlugDevice(clock);
    plug.isDeaf = true;
    const [device] = supervise(plug);
    await supervisor.start(never);
    await clock.advance(15_000);
    expect(device!.health.reasons).toContain("not-responding");
    plug.isDeaf = false;
    await clock.advance(500);
    expect(device!.health.level).toBe("ok");
  });

  it("is not held up by one device when it starts the others", async () => {
    const deaf = new PlugDevice(clock, "deaf");
    deaf.isDeaf = true;
    const [, well] = supervise(deaf, new PlugDevice(clock, "well"));
    await supervisor.start(never);
    await clock.advance(0);
    expect(well!.health.level).toBe("ok");
  });

  it("says that another program holds the device when opening says so", async () => {
    const plug = new PlugDevice(clock);
    plug.openError = new TitianError("DEVICE_BUSY");
    const [device] = supervise(plug);
    await supervisor.start(never);
    await supervisor.firstAttempts();
    expect(device!.health.reasons).toEqual(["in-use-elsewhere"]);
  });

  it("does not call a camera without a picture away each time it tries again", async () => {
    const plug = new PlugDevice(clock);
    plug.openError = new TitianError("CAMERA_NO_PICTURE");
    const [device] = supervise(plug);
    await supervisor.start(never);
    await supervisor.firstAttempts();
    const told: string[] = [];
    device!.events.on("healthChanged", ({ to }) => told.push(to.reasons.join()));
    await clock.advance(60_000);
    expect([device!.health.reasons, told]).toEqual([["no-picture"], []]);
  });

  it("reopens on request at once, without waiting for the backoff", async () => {
    const plug = new PlugDevice(clock);
    plug.isPlugged = false;
    const [device] = supervise(plug);
    await supervisor.start(never);
    await clock.advance(60_000);
    plug.isPlugged = true;
    await supervisor.reopen(device!.id, never);
    expect(device!.health.level).toBe("ok");

    await supervisor.reopen(device!.id, never);
    expect(plug.closes).toBeGreaterThan(1);
    expect(device!.health.level).toBe("ok");
  });

  it("leaves a printer alone that is lost over a card, and does not reopen it on request", async () => {
    const plug = new PlugDevice(clock);
    const [device] = supervise(plug);
    await supervisor.start(never);
    await clock.advance(0);
    const card = device!.capability("card-printer")!.print({} as never, () => undefined, never);
    plug.complain(["not-connected"]);
    await clock.advance(20_000);
    expect(plug.opens).toBe(1);
    await expect(supervisor.reopen(device!.id, never)).rejects.toMatchObject({ code: "DEVICE_BUSY" });

    await clock.advance(10_000);
    await card;
    await clock.advance(2_000);
    expect(plug.opens).toBe(2);
    expect(device!.health.level).toBe("ok");
  });

  it("knows no device that is not configured", async () => {
    supervise(new PlugDevice(clock));
    await supervisor.start(never);
    await expect(supervisor.reopen("other" as DeviceId, never)).rejects.toMatchObject({
      code: "DEVICE_NOT_FOUND",
    });
  });

  it("closes everything when it stops, and can start again", async () => {
    const plug = new PlugDevice(clock);
    const [device] = supervise(plug);
    await supervisor.start(never);
    await supervisor.firstAttempts();
    await supervisor.stop();
    expect(device!.health.reasons).toEqual(["not-connected"]);
    await supervisor.stop();
    await supervisor.start(never);
    await supervisor.firstAttempts();
    expect(device!.health.level).toBe("ok");
  });
});

describe("health that flaps", () => {
  it("passes bad news at once, and good news of a loose cable only after it held", async () => {
    const clock = new ManualClock();
    const plug = new PlugDevice(clock);
    const device = new ConfiguredDevice(plug, offers, clock);
    await plug.open();
    const told: string[] = [];
    device.events.on("healthChanged", ({ to }) => told.push(to.level));

    for (let turn = 0; turn < 6; turn++) {
      plug.complain(["not-connected"]);
      await clock.advance(1_000);
      plug.complain([]);
      await clock.advance(1_000);
    }
    expect(told).toEqual(["down", "ok", "down", "ok", "down"]);
    expect(device.presentReasons).toEqual([]);
    await clock.advance(15_000);
    expect(told.at(-1)).toBe("ok");
    expect(clock.sleepers).toBe(0);
  });

  it.each([
    ["a loose cable", ["not-connected"], []],
    ["a warning that comes and goes", ["cooling"], []],
    ["a device that does not know what is wrong with it", ["not-connected"], ["not-responding"]],
  ] as const)("is no event each second all day long: %s", async (_, one, other) => {
    const clock = new ManualClock();
    const plug = new PlugDevice(clock);
    const device = new ConfiguredDevice(plug, offers, clock);
    await plug.open();
    let told = 0;
    device.events.on("healthChanged", () => told++);
    for (let turn = 0; turn < 600; turn++) {
      plug.complain([...(turn % 2 ? other : one)]);
      await clock.advance(1_000);
    }
    expect(told).toBeLessThanOrEqual(7);
    await clock.advance(15_000);
    expect(device.health.reasons).toEqual(other);
  });

  it("passes a cover opened and closed at once, both times", async () => {
    const clock = new ManualClock();
    const plug = new PlugDevice(clock);
    const device = new ConfiguredDevice(plug, offers, clock);
    await plug.open();
    plug.complain(["cover-open"]);
    expect(device.health.reasons).toEqual(["cover-open"]);
    plug.complain([]);
    expect(device.health.level).toBe("ok");
  });
});
