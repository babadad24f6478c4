import { describe, expect, it } from "vitest";
import { ConfiguredDevice, DeviceRegistry } from "../../src/devices/index.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { PlugDevice } from "./plug-device.ts";

const clock = new ManualClock();
const manifest = { name: "plug", offers: ["camera", "scanner", "simulation.scan"] } as const;

describe("the device registry", () => {
  const plug = new PlugDevice(clock);
  const devices = new DeviceRegistry([new ConfiguredDevice(plug, manifest, clock)]);
  const id = "plug" as DeviceId;

  it("answers an ability that is there with the ability itself", async () => {
    const camera = devices.require(id, "camera");
    const shot = camera.capture(new AbortController().signal);
    shot.catch(() => undefined);
    await clock.advance(100);
    await expect(shot).rejects.toMatchObject({ code: "CAMERA_NO_PICTURE" });
  });

  it("tells an unknown device from one that cannot do it", () => {
    expect(() => devices.require("nobody" as DeviceId, "camera")).toThrow("DEVICE_NOT_FOUND");
    expect(() => devices.require(id, "receipt-printer")).toThrow("CAPABILITY_MISSING");
    expect(devices.find("nobody" as DeviceId)).toBeUndefined();
  });

  it("lists what each device offers now, not what its driver might", () => {
    expect(devices.all.map((device) => [device.id, device.driver, device.capabilities])).toEqual([
      ["plug", "plug", ["camera", "simulation.scan"]],
    ]);
    expect(devices.offering("scanner")).toEqual([]);
  });
});

describe("metering", () => {
  it("counts calls, failures and milliseconds for each capability", async () => {
    const device = new ConfiguredDevice(new PlugDevice(clock), manifest, clock);
    const camera = device.capability("camera")!;
    const shots = Promise.allSettled([1, 2].map(() => camera.capture(new AbortController().signal)));
    expect(device.inFlight("camera")).toBe(2);
    await clock.advance(100);
    await shots;
    device.capability("simulation.scan")?.scan("A-1");
    expect(device.counters).toEqual([
      { capability: "camera", calls: 2, failures: 2, inFlight: 0 },
      {
        ...{ capability: "simulation.scan", calls: 1, failures: 0, inFlight: 0 },
        ...{ p50Ms: 0, p95Ms: 0, lastSuccessAt: clock.now() },
      },
    ]);
    expect(device.failures).toEqual([
      { capability: "camera", code: "CAMERA_NO_PICTURE", at: clock.now() },
      { capability: "camera", code: "CAMERA_NO_PICTURE", at: clock.now() },
    ]);
  });

  it("keeps the latest times, and no more than twenty failures", async () => {
    const device = new ConfiguredDevice(new PlugDevice(clock), manifest, clock);
    const printer = device.capability("card-printer")!;
    const card = { jobName: "j", png: new Uint8Array(), pdf: new Uint8Array() };
    const printed = printer.print(card, () => undefined, new AbortController().signal);
    await clock.advance(30_000);
    await printed;
    expect(device.counters[0]).toMatchObject({ p50Ms: 30_000, p95Ms: 30_000, failures: 0 });

    const camera = device.capability("camera")!;
    for (let shot = 0; shot < 25; shot++) {
      const failing = camera.capture(new AbortController().signal).catch(() => undefined);
      await clock.advance(100);
      await failing;
    }
    expect(device.failures).toHaveLength(20);
  });

  it("does not blame the device when the caller gave up", async () => {
    const device = new ConfiguredDevice(new PlugDevice(clock), manifest, clock);
    const caller = new AbortController();
    const shot = device.capability("camera")!.capture(caller.signal);
    caller.abort(new Error("closed the page"));
    await expect(shot).rejects.toThrow("closed the page");
    expect(device.counters[0]).toMatchObject({ calls: 1, failures: 0, inFlight: 0 });
  });

  it("hands out the same object every time, so that watchers can compare", () => {
    const device = new ConfiguredDevice(new PlugDevice(clock), manifest, clock);
    expect(device.capability("camera")).toBe(device.capability("camera"));
  });
});
