import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../drivers/receipt-escpos/address.ts";
import find from "../../../drivers/receipt-escpos/find.ts";
import { isReceiptPrinter, isReceiptQueue } from "../../../drivers/receipt-escpos/fingerprints.ts";
import manifest from "../../../drivers/receipt-escpos/index.ts";
import { isStatus, type Question, readStatus } from "../../../drivers/receipt-escpos/status.ts";
import type { UsbDevice } from "../../../src/devices/index.ts";
import { check } from "../../../src/kernel/schema.ts";
import { never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

describe("an address", () => {
  it.each([
    ["/dev/usb/lp0", { kind: "path", path: "/dev/usb/lp0" }],
    ["COM3", { kind: "path", path: "COM3" }],
    ["tcp://192.168.1.20", { kind: "tcp", host: "192.168.1.20", port: 9_100 }],
    ["tcp://printer.local:9101", { kind: "tcp", host: "printer.local", port: 9_101 }],
    ["tcp://[fe80::1]:9100", { kind: "tcp", host: "fe80::1", port: 9_100 }],
    ["winspool:Struk depan", { kind: "spooler", printer: "Struk depan" }],
    ["usb:04b8:0e15:X1", { kind: "usb", selector: expect.objectContaining({ serial: "X1" }) }],
  ])("%s is understood", (to, address) => {
    expect(check(manifest.options, { to }).problems).toEqual([]);
    expect(parseAddress(to)).toMatchObject(address);
  });

  it.each([
    "",
    "lp0",
    "tcp://",
    "tcp://a b",
    "http://printer",
    "/dev/lp0;reboot",
    "winspool:",
    "usb:4b8:e15",
  ])("%j is refused before the desk starts", (to) =>
    expect(check(manifest.options, { to }).problems).not.toEqual([]),
  );
});

describe("a status", () => {
  it.each([0x00, 0x10, 0x11, 0x13, 0x93, 0xff, 0x41])("is not the byte %i", (byte) => {
    expect(isStatus(byte)).toBe(false);
  });

  it.each<[string, [Question, number][], string[]]>([
    [
      "well",
      [
        [1, 0x12],
        [2, 0x12],
        [3, 0x12],
        [4, 0x12],
      ],
      [],
    ],
    ["low on paper", [[4, 0x1e]], ["paper-low"]],
    ["out of paper, which is more than low", [[4, 0x7e]], ["paper-empty"]],
    [
      "open",
      [
        [1, 0x1a],
        [2, 0x16],
      ],
      ["cover-open"],
    ],
    [
      "too hot",
      [
        [1, 0x1a],
        [2, 0x52],
        [3, 0x52],
      ],
      ["cooling"],
    ],
    ["broken", [[3, 0x32]], ["needs-attention"]],
    [
      "offline without a cause",
      [
        [1, 0x1a],
        [4, 0x12],
      ],
      ["needs-attention"],
    ],
    [
      "offline and low on paper, which is no cause",
      [
        [1, 0x1a],
        [4, 0x1e],
      ],
      ["paper-low", "needs-attention"],
    ],
  ])("reads %s", (_, answers, reasons) => {
    for (const [, byte] of answers) expect(isStatus(byte)).toBe(true);
    expect(readStatus(new Map(answers)).reasons).toEqual(reasons);
  });
});

function plugged(what: Partial<UsbDevice>): UsbDevice {
  const ids = { vendorId: "dead", productId: "beef", serial: undefined, port: "1-1.2", classes: [7] };
  return { ...ids, manufacturer: undefined, product: undefined, nodes: ["/dev/usb/lp0"], ...what };
}

describe("looking for receipt printers", () => {
  const TM = plugged({ vendorId: "04b8", productId: "0e15", manufacturer: "EPSON", product: "TM-T20II" });

  it("offers those it knows, by a selector that outlives a replug", async () => {
    const around = {
      clock: new ManualClock(),
      log: new SilentLog(),
      usb: [TM, plugged({ product: "LaserJet" })],
    };
    expect(await find(around, never)).toEqual([
      { title: "EPSON TM-T20II", options: { to: "usb:04b8:0e15@1-1.2" }, usb: TM },
    ]);
  });

  it.each([
    ["a 58 mm clone", { vendorId: "0416", productId: "5011" }, true],
    ["one that calls itself so", { product: "POS80 Thermal Printer" }, true],
    ["Epson's photo printers", { vendorId: "04b8", product: "L805 Series" }, false],
    ["a power supply with a clone's ids", { vendorId: "0416", productId: "5011", classes: [2, 10] }, false],
    ["an office printer", { product: "HP LaserJet Pro" }, false],
  ])("knows what to do with %s", (_, what, isOne) => {
    expect(isReceiptPrinter(plugged(what))).toBe(isOne);
  });

  it("knows queues of Windows by their names", () => {
    const queue = { portName: "USB001", status: 0, attributes: 0, jobCount: 0 };
    expect(isReceiptQueue({ ...queue, name: "EPSON TM-T82 Receipt", driverName: "EPSON" })).toBe(true);
    expect(isReceiptQueue({ ...queue, name: "Kantor", driverName: "HP Universal" })).toBe(false);
  });
});
