import { afterEach, describe, expect, it } from "vitest";
import { ConfiguredDevice, DeviceSupervisor } from "../../src/devices/index.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { PlugDevice } from "./plug-device.ts";

const never = new AbortController().signal;
const offers = { name: "plug", offers: ["camera", "card-printer"] } as const;

describe("a desk whose devices change while it runs", () => {
  const clock = new ManualClock();
  const plug = (id: string) => {
    const device = new PlugDevice(clock, id);
    return { plug: device, configured: new ConfiguredDevice(device, offers, clock) };
  };
  let supervisor: DeviceSupervisor;
  const start = async (...devices: ConfiguredDevice[]): Promise<void> => {
    supervisor = new DeviceSupervisor(devices, clock, new SilentLog(), () => 0);
    await supervisor.start(never);
    await supervisor.firstAttempts();
  };

  afterEach(async () => {
    await supervisor.stop();
    expect(clock.sleepers, "nothing keeps waiting after a stop").toBe(0);
  });

  it("opens a device that joins, and closes it with the others", async () => {
    const newcomer = plug("newcomer");
    await start();
    supervisor.watch(newcomer.configured);
    await clock.advance(0);
    expect(newcomer.configured.health.level).toBe("ok");
    await supervisor.stop();
    expect(newcomer.configured.health.reasons).toEqual(["not-connected"]);
  });

  it("tries a lost device at once when something was plugged in", async () => {
    const away = plug("away");
    away.plug.isPlugged = false;
    await start(away.configured);
    await clock.advance(60_000);
    away.plug.isPlugged = true;
    supervisor.wakeLost();
    await clock.advance(0);
    expect(away.configured.health.level).toBe("ok");
  });

  it("leaves a device that is well alone when something else was plugged in", async () => {
    const well = plug("well");
    await start(well.configured);
    supervisor.wakeLost();
    await clock.advance(1_000);
    expect(well.plug.opens).toBe(1);
  });

  it("closes a device that is switched off, asks nothing of it, and opens it when it is switched on", async () => {
    const one = plug("one");
    await start(one.configured);
    one.configured.isEnabled = false;
    await supervisor.reopen("one" as DeviceId, never);
    await clock.advance(60_000);
    expect([one.plug.opens, one.configured.capabilities]).toEqual([1, []]);
    one.configured.isEnabled = true;
    await supervisor.reopen("one" as DeviceId, never);
    expect([one.plug.opens, one.configured.health.level]).toEqual([2, "ok"]);
  });

  it("forgets a device that is let go, and takes another of its name", async () => {
    const before = plug("same");
    await start(before.configured);
    await supervisor.release("same" as DeviceId);
    await clock.advance(60_000);
    expect([before.plug.opens, before.configured.health.reasons]).toEqual([1, ["not-connected"]]);

    const after = plug("same");
    supervisor.watch(after.configured);
    await clock.advance(0);
    await supervisor.reopen("same" as DeviceId, never);
    expect([before.plug.opens, after.plug.opens]).toEqual([1, 2]);
  });

  it("closes what a driver opened too late, after the device was let go", async () => {
    const slow = plug("slow");
    const opening = Promise.withResolvers<void>();
    slow.plug.open = () => opening.promise;
    await start();
    supervisor.watch(slow.configured);
    await clock.advance(1_000);
    await supervisor.release("slow" as DeviceId);
    const closes = slow.plug.closes;
    opening.resolve();
    await clock.advance(0);
    expect(slow.plug.closes).toBe(closes + 1);
  });

  it("lets go of no device that is printing", async () => {
    const busy = plug("busy");
    await start(busy.configured);
    const card = { jobName: "j", png: new Uint8Array(), pdf: new Uint8Array() };
    const printed = busy.configured.capability("card-printer")!.print(card, () => undefined, never);
    expect(busy.configured.isWorking).toBe(true);
    await expect(supervisor.release("busy" as DeviceId)).rejects.toMatchObject({ code: "DEVICE_BUSY" });
    await clock.advance(30_000);
    await printed;
    expect(busy.configured.isWorking).toBe(false);
  });
});
