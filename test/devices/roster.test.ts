import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import {
  DeviceSupervisor,
  type DriverManifest,
  Roster,
  type RosterStore,
  type UsbInventory,
} from "../../src/devices/index.ts";
import { DeviceRegistry } from "../../src/devices/registry.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { PlugDevice } from "./plug-device.ts";

const NO_USB: UsbInventory = { list: async () => [] };
const found = (at: string) => ({ title: "Scanner", options: { at }, usb: undefined });

function desk() {
  const clock = new ManualClock();
  const driver: DriverManifest = {
    ...{ name: "plug", title: "Plug", offers: ["camera"] },
    options: Type.Object({ at: Type.String(), speed: Type.Integer({ default: 9_600 }) }),
    load: async () => ({ default: ({ id }) => new PlugDevice(clock, id) }),
  };
  const adopted: string[] = [];
  const store: RosterStore = {
    settings: () => new Map(),
    adopted: () => [],
    routes: () => new Map(),
    adopt: (device) => void adopted.push(device),
    forget: () => undefined,
    rename: () => undefined,
    switch: () => undefined,
    route: () => undefined,
  };
  const registry = new DeviceRegistry([]);
  const roster = new Roster({
    ...{ store, registry, configured: [] },
    supervisor: new DeviceSupervisor([], clock, new SilentLog()),
    surroundings: { drivers: [driver], clock, log: new SilentLog(), folderFor: () => "", usb: NO_USB },
  });
  return { roster, registry, adopted };
}

describe("the roster of a desk", () => {
  it("lets a device join once that two consoles take at the same moment, or one of them a little later", async () => {
    const { roster, registry, adopted } = desk();
    const [one, other] = await Promise.all(
      [1, 2].map(() => roster.adopt(found("COM3"), "plug", "desk-1-plug")),
    );
    const late = await roster.adopt(found("COM3"), "plug", "desk-1-plug");
    expect([other, late]).toEqual([one, one]);
    expect([adopted, registry.all.length]).toEqual([["desk-1-plug"], 1]);
  });

  it("gives two devices that join at the same moment a name each", async () => {
    const { roster, adopted } = desk();
    await Promise.all(["COM3", "COM4"].map((at) => roster.adopt(found(at), "plug", "desk-1-plug")));
    expect(adopted).toEqual(["desk-1-plug", "desk-1-plug-2"]);
  });

  it("takes no more devices than every page can list", async () => {
    const { roster, registry } = desk();
    const ports = Array.from({ length: 41 }, (_, port) => `COM${port}`);
    const joined = await Promise.allSettled(
      ports.map((port) => roster.adopt(found(port), "plug", "desk-1-plug")),
    );
    expect(joined.at(-1)).toMatchObject({ status: "rejected", reason: { code: "BAD_REQUEST" } });
    expect(registry.all).toHaveLength(40);
  });
});
