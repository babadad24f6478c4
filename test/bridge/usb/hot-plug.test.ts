import { afterEach, describe, expect, it } from "vitest";
import { HotPlug } from "../../../src/bridge/usb/hot-plug.ts";
import { type PlugEvents, plugEventsFor } from "../../../src/bridge/usb/plug-events.ts";
import type { UsbDevice } from "../../../src/devices/index.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const scanner = {
  vendorId: "0c2e",
  productId: "0b61",
  port: "1-1",
  nodes: ["/dev/hidraw0"],
} as unknown as UsbDevice;

/** The lab has real plugs. */
describe("hot-plug", () => {
  const clock = new ManualClock();
  let plugged: readonly UsbDevice[] = [];
  let sign = (): void => undefined;
  const signs: PlugEvents = async (onSign) => {
    sign = onSign;
    return {
      [Symbol.dispose]: () => {
        sign = () => undefined;
      },
    };
  };
  const none: PlugEvents = () => Promise.reject(new Error("no such thing here"));
  const watch = new HotPlug({ list: async () => plugged }, clock, new SilentLog(), none);
  const told: number[] = [];
  watch.events.on("changed", ({ devices }) => told.push(devices.length));
  afterEach(() => watch.stop());

  it("says nothing of what was there from the start, and tells each change once", async () => {
    plugged = [scanner];
    await watch.start();
    await clock.advance(4_000);
    expect(told).toEqual([]);
    plugged = [];
    await clock.advance(2_000);
    plugged = [scanner];
    await clock.advance(2_000);
    await clock.advance(10_000);
    expect(told).toEqual([0, 1]);
  });

  it("goes on when the list cannot be read", async () => {
    let isBroken = true;
    let devices: readonly UsbDevice[] = [scanner];
    const heard: number[] = [];
    const flaky = new HotPlug(
      {
        list: async () => {
          if (isBroken) throw new Error("EIO");
          return devices;
        },
      },
      clock,
      new SilentLog(),
      none,
    );
    flaky.events.on("changed", (change) => heard.push(change.devices.length));
    await flaky.start();
    await clock.advance(2_000);
    isBroken = false;
    await clock.advance(2_000);
    devices = [];
    await clock.advance(2_000);
    await flaky.stop();
    expect(heard).toEqual([0]);
  });

  it("looks a quarter of a second after the system's sign, and leaves it when it stops", async () => {
    plugged = [];
    const quick = new HotPlug({ list: async () => plugged }, clock, new SilentLog(), signs);
    const heard: number[] = [];
    quick.events.on("changed", ({ devices }) => heard.push(devices.length));
    await quick.start();
    await clock.advance(0);
    plugged = [scanner];
    sign();
    await clock.advance(250);
    expect(heard).toEqual([1]);
    await quick.stop();
    const left = sign;
    left();
    expect(clock.sleepers).toBe(0);
  });
});

describe("signs of a plug on Linux", () => {
  it("come from the device files of this machine, and end when they are no longer wanted", async () => {
    const listening = await plugEventsFor("linux")(() => undefined);
    expect(() => listening[Symbol.dispose]()).not.toThrow();
  });
});
