import { describe, expect, it } from "vitest";
import { looksLikeScanner } from "../../../drivers/scanner-wedge/looks-like-scanner.ts";
import { presenceOf } from "../../../drivers/scanner-wedge/presence.ts";
import { DeviceSupervisor } from "../../../src/devices/index.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { KEYBOARD, Plugs, SCANNER } from "./plugs.ts";

const PLUG = { usb: "usb:0c2e:0b61:KB0001" };

describe("a keyboard scanner", () => {
  it("is not supervised when nothing says where it is plugged in, whatever was scanned", async () => {
    const device = await makeDevice("scanner-wedge");
    await device.open(never);
    expect(device.health).toMatchObject({ level: "degraded", reasons: ["not-supervised"] });
    device.capability("scanner.page")!.heard("26110000412");
    expect(device.health.reasons).toEqual(["not-supervised"]);
    expect(device.capability("scanner")!.lastScanAt).toBeInstanceOf(Date);
  });

  it("tells pages what it sends before each code", async () => {
    const device = await makeDevice("scanner-wedge", { prefix: "~>" });
    expect(device.capability("scanner.page")!.prefix).toBe("~>");
  });

  it("is away when it is not plugged in, and known by its plug when it is", async () => {
    const usb = new Plugs(KEYBOARD);
    const device = await makeDevice("scanner-wedge", PLUG, { usb });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    usb.plugged.push(SCANNER);
    await device.open(never);
    expect([device.model, device.about.serial]).toEqual(["Contoh Barcode Scanner", "KB0001"]);
  });

  it("is away two seconds after the cable was pulled, and back by itself", async () => {
    const clock = new ManualClock();
    const usb = new Plugs(KEYBOARD, SCANNER);
    const device = await makeDevice("scanner-wedge", PLUG, { usb, clock });
    const supervisor = new DeviceSupervisor([device], clock, new SilentLog());
    await supervisor.start(never);
    await supervisor.firstAttempts();
    usb.pull(SCANNER);
    await clock.advance(2_000);
    expect(device.presentReasons).toEqual(["not-connected"]);
    usb.plugged.push(SCANNER);
    await clock.advance(10_000);
    expect(device.presentReasons).toEqual([]);
    await supervisor.stop();
  });

  it("stays as it is while USB cannot be listed, and leaves nothing waiting", async () => {
    const clock = new ManualClock();
    const usb = new Plugs(SCANNER);
    const device = await makeDevice("scanner-wedge", PLUG, { usb, clock });
    await device.open(never);
    usb.failure = new Error("EIO");
    await clock.advance(10_000);
    expect(device.presentReasons).toEqual([]);
    await device.close();
    expect(clock.sleepers).toBe(0);
  });

  it("hears nothing in an identifier without a code", async () => {
    const device = await makeDevice("scanner-wedge");
    device.capability("scanner.page")!.heard("]C0");
    expect(device.capability("scanner")!.lastScanAt).toBeUndefined();
  });

  it("is absent from an empty list on Linux, and unknown where that may mean that nothing can be listed", () => {
    const selector = { vendorId: "0c2e", productId: "0b61", serial: undefined, port: undefined };
    expect(presenceOf(selector, [], "linux")).toBe("absent");
    expect(presenceOf(selector, [], "win32")).toBe("unknown");
    expect(presenceOf(selector, [KEYBOARD], "win32")).toBe("absent");
  });
});

describe("what looks like a keyboard scanner", () => {
  it.each([
    ["a scanner by its maker", { ...SCANNER, manufacturer: undefined, product: undefined }, true],
    ["a scanner by its words", { ...KEYBOARD, product: "2D BarCode Scanner" }, true],
    ["a scanner by one word", { ...KEYBOARD, product: "Barcode Reader" }, true],
    ["a keyboard", KEYBOARD, false],
    ["a word with a scan in it", { ...KEYBOARD, product: "Scandinavian Keyboard" }, false],
    ["a scanner that is no keyboard", { ...SCANNER, classes: [2, 10] }, false],
  ] as const)("%s", (_what, device, expected) => {
    expect(looksLikeScanner(device)).toBe(expected);
  });
});
