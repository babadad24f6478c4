import { describe, expect, it } from "vitest";
import find from "../../../drivers/scanner-serial/find.ts";
import { findPort } from "../../../drivers/scanner-serial/find-port.ts";
import manifest from "../../../drivers/scanner-serial/index.ts";
import { usbPorts } from "../../../drivers/scanner-serial/usb-ports.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { UsbDevice } from "../../../src/devices/index.ts";
import { never } from "../../contract/make-device.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const scanner = (port: string, node: string, serial?: string): UsbDevice => ({
  ...{
    vendorId: "0c2e",
    productId: "0b61",
    serial,
    port,
    manufacturer: "Contoh",
    product: "USB-COM scanner",
  },
  ...{ classes: [2, 10], nodes: [node] },
});
const keyboard: UsbDevice = { ...scanner("1-9", "/dev/hidraw0"), classes: [3] };

describe("which serial port, on Linux", () => {
  const inventory = (...devices: UsbDevice[]) => ({ list: async () => devices });
  const one = scanner("1-1", "/dev/ttyACM0", "S-1");
  const other = scanner("1-2", "/dev/ttyUSB3", "S-2");

  it.each([
    ["usb:0c2e:0b61:S-2", "/dev/ttyUSB3"],
    ["usb:0c2e:0b61@1-1", "/dev/ttyACM0"],
    ["/dev/ttyACM0", "/dev/ttyACM0"],
    ["/dev/ttyS0", "/dev/ttyS0"],
  ])("%s is %s", async (configured, path) => {
    expect((await findPort(configured, inventory(keyboard, one, other), never)).path).toBe(path);
  });

  it("knows the USB device of a port that was named by its path", async () => {
    expect((await findPort("/dev/ttyACM0", inventory(one), never)).usb).toBe(one);
  });

  it("finds the only one of its kind, and does not guess between two", async () => {
    expect((await findPort("usb:0c2e:0b61", inventory(keyboard, one), never)).path).toBe("/dev/ttyACM0");
    await expect(findPort("usb:0c2e:0b61", inventory(one, other), never)).rejects.toMatchObject({
      code: "DEVICE_NOT_CONNECTED",
      details: { ports: 2 },
    });
  });

  it("offers every serial port over USB, by a selector that its options take", async () => {
    const usb = [keyboard, one, scanner("1-3", "/dev/ttyACM1")];
    const found = await find({ usb, clock: new SystemClock(), log: new SilentLog() }, never);
    expect(found.map(({ title, options }) => [title, options])).toEqual([
      ["Contoh USB-COM scanner", { path: "usb:0c2e:0b61:S-1" }],
      ["Contoh USB-COM scanner", { path: "usb:0c2e:0b61@1-3" }],
    ]);
  });

  it("takes every way of naming a port that it ever took", () => {
    const { pattern } = (manifest.options as unknown as { properties: { path: { pattern: string } } })
      .properties.path;
    for (const path of [
      "/dev/serial/by-id/a-b_c.0",
      "COM12",
      "usb:0c2e:0b61",
      "usb:0c2e:0b61:S 1",
      "usb:0c2e:0b61@1-1.2",
    ])
      expect(path).toMatch(new RegExp(pattern));
    expect("usb:0C2E:0b61").not.toMatch(new RegExp(pattern));
  });
});

describe("which serial port, where serialport lists them", () => {
  const list = async () => [
    { path: "COM1" },
    { path: "COM3", vendorId: "0C2E", productId: "0B61", serialNumber: "S-1" },
    { path: "COM4", vendorId: "0C2E", productId: "0B61", serialNumber: "S-2" },
  ];

  it("joins each with its USB device, as far as that is certain", async () => {
    const plugged = [scanner("1-1", "", "S-1"), scanner("1-2", "", "S-2")];
    const ports = await usbPorts(plugged, "win32", list);
    expect(ports.map(({ path, usb }) => [path, usb?.port])).toEqual([
      ["COM3", "1-1"],
      ["COM4", "1-2"],
    ]);
    expect((await usbPorts([], "win32", list)).map(({ usb }) => usb)).toEqual([undefined, undefined]);
  });
});
