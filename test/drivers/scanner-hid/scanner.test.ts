import { describe, expect, it } from "vitest";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { type ConfiguredDevice, DeviceSupervisor, type UsbDevice } from "../../../src/devices/index.ts";
import { never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { FakeHid, posReports } from "./fake-hid.ts";
import { makeHidScanner } from "./make-hid-scanner.ts";

function listen(device: ConfiguredDevice): string[] {
  const texts: string[] = [];
  device.events.on("scanned", ({ text }) => texts.push(text));
  return texts;
}

const usbDevice = (port: string, path: string): UsbDevice => ({
  ...{ vendorId: "05e0", productId: "1300", serial: undefined, port },
  ...{ manufacturer: "Contoh", product: "HID-POS", classes: [3], nodes: [path] },
});

describe("scanner-hid over a fake HID library: which scanner", () => {
  it("takes the only one that is in HID-POS mode, and tells what it is", async () => {
    const hid = new FakeHid();
    hid.plug({ usagePage: 1, usage: 6, product: "Keyboard" });
    const { path } = hid.plug({ product: "Voyager", serial: "S-1" });
    const device = await makeHidScanner(hid);
    await device.open(never);
    expect(device.model).toBe("Contoh Voyager");
    expect(device.about).toMatchObject({ address: path, serial: "S-1" });
  });

  it("does not guess between two, and says so", async () => {
    const hid = new FakeHid();
    hid.plug({ serial: "S-1" });
    hid.plug({ serial: "S-2" });
    const device = await makeHidScanner(hid);
    await expect(device.open(never)).rejects.toMatchObject({
      code: "DEVICE_NOT_CONNECTED",
      details: { scanners: 2 },
    });
  });

  it("tells twins apart by their serial numbers", async () => {
    const hid = new FakeHid();
    hid.plug({ serial: "S-1" });
    const { path } = hid.plug({ serial: "S-2" });
    const device = await makeHidScanner(hid, { usb: "usb:05e0:1300:S-2" });
    await device.open(never);
    expect(device.about.address).toBe(path);
  });

  it("tells twins without serial numbers apart by the socket they sit in", async () => {
    const hid = new FakeHid();
    const one = hid.plug({ serial: undefined });
    const other = hid.plug({ serial: undefined });
    const plugged = [usbDevice("1-1", one.path), usbDevice("1-2", other.path)];
    const inventory = { list: async () => plugged };
    const device = await makeHidScanner(hid, { usb: "usb:05e0:1300@1-2", inventory });
    await device.open(never);
    expect(device.about).toMatchObject({ address: other.path, usb: { port: "1-2" } });
  });

  it("does not take a keyboard for it, nor another model", async () => {
    const hid = new FakeHid();
    hid.plug({ usagePage: 1, usage: 6 });
    hid.plug({ productId: "1400" });
    const device = await makeHidScanner(hid, { usb: "usb:05e0:1300" });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });
});

describe("scanner-hid over a fake HID library: opening", () => {
  it("waits for the device file that comes a moment after the device", async () => {
    const hid = new FakeHid();
    hid.plug();
    hid.refusals = [new Error("No such file or directory"), new Error("No such file or directory")];
    const clock = new ManualClock();
    const device = await makeHidScanner(hid, { clock });
    const opening = device.open(never);
    await clock.advance(100);
    await opening;
    expect([device.health.level, clock.sleepers]).toEqual(["ok", 0]);
  });

  it.each([
    ["No such file or directory", "DEVICE_NOT_CONNECTED"],
    ["Permission denied", "DEVICE_NOT_PERMITTED"],
  ])("gives up on %j after three seconds as %s", async (said, code) => {
    const hid = new FakeHid();
    hid.plug();
    hid.refusals = Array.from({ length: 100 }, () => new Error(`cannot open device: ${said}`));
    const clock = new ManualClock();
    const device = await makeHidScanner(hid, { clock });
    const failure = device.open(never).catch((error: unknown) => error);
    await clock.advance(3_100);
    expect(await failure).toMatchObject({ code });
    expect([hid.refusals.length > 30, clock.sleepers]).toEqual([true, 0]);
    expect(device.about.address, "the rule that mends it needs to know which").toBe(hid.plugged[0]?.path);
  });

  it("says at once that another Titian reads this scanner, and lets it go when that one closes", async () => {
    const hid = new FakeHid();
    hid.plug();
    const first = await makeHidScanner(hid);
    await first.open(never);
    const second = await makeHidScanner(hid);
    await expect(second.open(never)).rejects.toMatchObject({ code: "DEVICE_BUSY" });
    await first.close();
    await second.open(never);
    expect(second.health.level).toBe("ok");
  });

  it("tells a Honeywell to send, and nobody else", async () => {
    const hid = new FakeHid();
    hid.plug({ vendorId: "0c2e" });
    await (await makeHidScanner(hid)).open(never);
    expect(hid.features).toEqual([[0xfe, 1]]);
    const other = new FakeHid();
    other.plug();
    await (await makeHidScanner(other)).open(never);
    expect(other.features).toEqual([]);
  });

  it("closes what opened too late", async () => {
    const hid = new FakeHid();
    hid.plug();
    const library = Promise.withResolvers<void>();
    hid.opening = library.promise;
    const device = await makeHidScanner(hid);
    const budget = new AbortController();
    const failure = device.open(budget.signal).catch((error: unknown) => error);
    budget.abort(new Error("too late"));
    expect(await failure).toMatchObject({ message: "too late" });
    library.resolve();
    await expect.poll(() => hid.isOpen).toBe(false);
    await device.open(never);
    expect(device.health.level).toBe("ok");
  });
});

describe("scanner-hid over a fake HID library: at work", () => {
  it("is opened again by the supervisor under another name when the cable comes back, and reads on", async () => {
    const hid = new FakeHid();
    hid.plug();
    const device = await makeHidScanner(hid);
    const texts = listen(device);
    const supervisor = new DeviceSupervisor([device], new SystemClock(), new SilentLog());
    await supervisor.start(never);
    await supervisor.firstAttempts();
    hid.send(...posReports("A-1"), posReports("half of a code".repeat(10))[0]!);
    hid.unplug();
    expect(device.health.reasons).toEqual(["not-connected"]);
    hid.plug();
    await expect.poll(() => device.health.level).toBe("ok");
    hid.send(...posReports("B-2"));
    expect(texts).toEqual(["A-1", "B-2"]);
    await supervisor.stop();
  });

  it("hears nothing out of garbage, and the next code all the same", async () => {
    const hid = new FakeHid();
    hid.plug();
    const device = await makeHidScanner(hid);
    await device.open(never);
    const texts = listen(device);
    hid.send(Buffer.alloc(64, 0xff), Buffer.alloc(0), Buffer.from("not a report"), ...posReports("A-1"));
    expect([texts, device.health.level]).toEqual([["A-1"], "ok"]);
  });
});
