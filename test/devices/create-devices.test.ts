import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import { createDevices, DeviceSupervisor, defineDriver } from "../../src/devices/index.ts";
import { ConfigError } from "../../src/kernel/schema.ts";
import { NO_USB } from "../contract/make-device.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { PlugDevice } from "./plug-device.ts";

const clock = new ManualClock();
let loads = 0;
const plug = defineDriver({
  name: "plug",
  title: "Plug",
  offers: ["camera"],
  options: Type.Object(
    { port: Type.Integer({ minimum: 1, default: 7 }), host: Type.Optional(Type.String()) },
    { additionalProperties: false },
  ),
  load: async () => {
    loads++;
    return { default: ({ id }) => new PlugDevice(clock, id) };
  },
});
const broken = defineDriver({
  name: "broken",
  title: "Broken",
  offers: ["scanner"],
  options: Type.Object({}),
  load: () => Promise.reject(new Error("Cannot find module 'serial.node'")),
});
const surroundings = () => ({
  drivers: [plug, broken],
  clock,
  log: new SilentLog(),
  folderFor: () => "/tmp",
  usb: NO_USB,
});

describe("creating devices", () => {
  it("names every wrong entry at once, and loads nothing", async () => {
    loads = 0;
    const entries = [
      { id: "Desk 1", driver: "plug", options: { port: 0, colour: "red" } },
      { id: "a", driver: "plug" },
      { id: "b", driver: "scanner-telepathic" },
      { id: "a", driver: "plug" },
    ];
    const error = await createDevices(entries, surroundings()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).problems).toEqual([
      '/devices/0/id must match pattern "^[a-z0-9-]{1,40}$"',
      '/devices/0/options does not know "colour"',
      "/devices/0/options/port must be >= 1",
      '/devices/2/driver knows no driver "scanner-telepathic"; there are plug, broken',
      '/devices/3/id "a" is used twice',
    ]);
    expect(loads).toBe(0);
  });

  it("makes a driver that cannot be loaded a device that says so, and never a crash", async () => {
    const around = surroundings();
    const [well, missing] = await createDevices(
      [
        { id: "camera", driver: "plug" },
        { id: "scanner", driver: "broken" },
      ],
      around,
    );
    expect(missing).toMatchObject({ id: "scanner", driver: "broken", model: "Broken" });
    expect(missing!.health.reasons).toEqual(["driver-missing"]);
    expect(missing!.capabilities).toEqual([]);

    const supervisor = new DeviceSupervisor([well!, missing!], clock, around.log);
    await supervisor.start(new AbortController().signal);
    await supervisor.firstAttempts();
    await clock.advance(60_000);
    expect(well!.health.level).toBe("ok");
    expect(missing!.health.reasons).toEqual(["driver-missing"]);
    await supervisor.stop();
    expect(clock.sleepers).toBe(0);
  });
});
