import { beforeEach, describe, expect, it } from "vitest";
import { ConfiguredDevice, DeviceRegistry, DeviceRoutes, type Purpose } from "../../src/devices/index.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { PlugDevice } from "./plug-device.ts";

describe("routes", () => {
  const clock = new ManualClock();
  const manifest = { name: "plug", offers: ["camera", "card-printer"] } as const;
  const device = (id: string) => {
    const plug = new PlugDevice(clock, id);
    return { plug, configured: new ConfiguredDevice(plug, manifest, clock) };
  };
  let first: ReturnType<typeof device>;
  let second: ReturnType<typeof device>;
  let stored: Map<Purpose, DeviceId>;
  const store = {
    routes: () => stored,
    route: (purpose: Purpose, id: DeviceId | undefined) =>
      void (id === undefined ? stored.delete(purpose) : stored.set(purpose, id)),
  };
  const routes = (configured: Partial<Record<Purpose, DeviceId>> = {}) =>
    new DeviceRoutes(new DeviceRegistry([first.configured, second.configured]), store, configured);

  beforeEach(async () => {
    [first, second, stored] = [device("first"), device("second"), new Map()];
    await Promise.all([first.plug.open(), second.plug.open()]);
  });

  it("take the first device that can, and the next while that one is down", () => {
    expect(routes().deviceFor("member-card")?.id).toBe("first");
    first.plug.pull();
    expect(routes().deviceFor("member-card")?.id).toBe("second");
    second.plug.pull();
    expect(routes().deviceFor("member-card")?.id).toBe("first");
  });

  it("know no device for what nobody here can do", () => {
    expect(routes().deviceFor("sheet")).toBeUndefined();
  });

  it("keep to the device that was chosen, even while it is down: paper does not move by itself", () => {
    routes().choose("member-card", "second" as DeviceId);
    second.plug.pull();
    expect(routes().deviceFor("member-card")?.id).toBe("second");
    expect(routes().purposesOf("second" as DeviceId)).toEqual(["member-card"]);
  });

  it("put the choice at the console above the configuration file, and that above the order", () => {
    const configured = { "member-card": "second" as DeviceId };
    expect(routes(configured).deviceFor("member-card")?.id).toBe("second");
    routes(configured).choose("member-card", "first" as DeviceId);
    expect(routes(configured).deviceFor("member-card")?.id).toBe("first");
    routes(configured).choose("member-card", undefined);
    expect(routes(configured).deviceFor("member-card")?.id).toBe("second");
  });

  it("pass over a device that was switched off or let go", () => {
    routes().choose("member-card", "second" as DeviceId);
    second.configured.isEnabled = false;
    expect(routes().deviceFor("member-card")?.id).toBe("first");
    stored.set("photo", "gone" as DeviceId);
    expect(routes().deviceFor("photo")?.id).toBe("first");
  });

  it("refuse a device that cannot, and one that is not there", () => {
    expect(() => routes().choose("sheet", "first" as DeviceId)).toThrow("CAPABILITY_MISSING");
    expect(() => routes().choose("photo", "nobody" as DeviceId)).toThrow("DEVICE_NOT_FOUND");
  });
});
