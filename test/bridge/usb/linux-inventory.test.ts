import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LinuxUsbInventory } from "../../../src/bridge/usb/linux-inventory.ts";

const never = new AbortController().signal;

/** A folder shaped like /sys, as Debian 12's kernel lays it out. The lab reads the real one. */
describe("the USB inventory on Linux", () => {
  let root: string;
  const file = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), `${text}\n`);
  };
  const link = (name: string, to: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    symlinkSync(path.join(root, to), path.join(root, name));
  };
  const plug = (port: string, ids: Record<string, string>, classes: readonly string[]): string => {
    const home = `devices/pci0000:00/usb1/${port}`;
    for (const [name, text] of Object.entries(ids)) file(`${home}/${name}`, text);
    for (const [index, code] of classes.entries()) file(`${home}/${port}:1.${index}/bInterfaceClass`, code);
    link(`bus/usb/devices/${port}`, home);
    return home;
  };
  const node = (sysfsClass: string, name: string, home: string): void => {
    file(`${home}/${name}/dev`, "1:1");
    link(`class/${sysfsClass}/${name}`, `${home}/${name}`);
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), "titian-sys-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("is empty where there is no USB at all", async () => {
    expect(await new LinuxUsbInventory(root).list(never)).toEqual([]);
  });

  it("tells ids, words, classes and device files of each device, and leaves root hubs out", async () => {
    const ids = { idVendor: "0c2e", idProduct: "0caa", serial: "ACM0001", bDeviceClass: "00" };
    const home = plug("1-1.2", { ...ids, manufacturer: "Honeywell", product: "Scanner 1900" }, ["02", "0a"]);
    node("tty", "ttyACM0", `${home}/1-1.2:1.0/tty`);
    node("hidraw", "hidraw3", `${home}/1-1.2:1.1/0003:0C2E:0CAA.0001/hidraw`);
    plug("usb1", { idVendor: "1d6b", idProduct: "0002" }, ["09"]);
    expect(await new LinuxUsbInventory(root).list(never)).toEqual([
      {
        ...{ vendorId: "0c2e", productId: "0caa", serial: "ACM0001", port: "1-1.2" },
        ...{ manufacturer: "Honeywell", product: "Scanner 1900" },
        ...{ classes: [0x02, 0x0a], nodes: ["/dev/hidraw3", "/dev/ttyACM0"] },
      },
    ]);
  });

  it("does not give a device the files of the one behind the same hub", async () => {
    const first = plug("1-1", { idVendor: "04b8", idProduct: "0e15" }, ["07"]);
    const second = plug("1-1.1", { idVendor: "04b8", idProduct: "0e15" }, ["07"]);
    node("usbmisc", "lp1", `${second}/1-1.1:1.0/usbmisc`);
    node("usbmisc", "lp0", `${first}/1-1:1.0/usbmisc`);
    const devices = await new LinuxUsbInventory(root).list(never);
    expect(devices.map(({ port, nodes }) => [port, nodes])).toEqual([
      ["1-1", ["/dev/usb/lp0"]],
      ["1-1.1", ["/dev/usb/lp1"]],
    ]);
  });

  it("passes over a device that was pulled out while it was read", async () => {
    link("bus/usb/devices/1-3", "devices/pci0000:00/usb1/1-3");
    expect(await new LinuxUsbInventory(root).list(never)).toEqual([]);
  });

  it("ends with its signal", async () => {
    await expect(new LinuxUsbInventory(root).list(AbortSignal.abort(new Error("enough")))).rejects.toThrow(
      "enough",
    );
  });
});
