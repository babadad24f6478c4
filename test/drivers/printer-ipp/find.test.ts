import { createServer, type Server } from "node:net";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { findAt } from "../../../drivers/printer-ipp/find.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { UsbDevice } from "../../../src/devices/index.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { testSheet } from "../../contract/sheet-printer.contract.ts";
import { Cupsd } from "../../harness/cupsd.ts";
import { freePort } from "../../harness/free-port.ts";
import { IppEvePrinter } from "../../harness/ippeveprinter.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const epson: UsbDevice = {
  ...{ vendorId: "04b8", productId: "1142", serial: "X1", port: "1-2", manufacturer: "EPSON" },
  ...{ product: "L3110", classes: [0x07], nodes: ["/dev/usb/lp0"] },
};
const look = (servers: readonly string[], { clock = new SystemClock() as never, usb = [epson] } = {}) =>
  findAt(servers)({ clock, log: new SilentLog(), usb }, never);
const inFile = (cups: Cupsd): string => `http+unix://${encodeURIComponent(cups.socket)}`;

describe("queues of a real CUPS on this machine", () => {
  let cups: Cupsd;
  beforeEach(async () => {
    cups = await Cupsd.start();
    return () => cups[Symbol.asyncDispose]();
  });

  it("are none at first", async () => {
    expect(await look([cups.server])).toEqual([]);
  });

  it("are found by the name that people gave them, with what they print and the USB device behind them", async () => {
    cups.addQueue("kantor", "usb://EPSON/L3110?serial=X1", "Printer kantor");
    cups.addQueue("kartu", "usb://Evolis/Zenius?serial=9", "");
    cups.addQueue("struk(1)", "socket://192.0.2.9:9100", "Receipt");
    expect(await look([cups.server])).toEqual([
      {
        title: "Printer kantor",
        options: { uri: `${cups.server}/printers/kantor`, prints: "sheet" },
        usb: epson,
      },
      { title: "kartu", options: { uri: `${cups.server}/printers/kartu`, prints: "card" }, usb: undefined },
    ]);
  });

  it("are found by the server's file where its port is shut, and print by it", async () => {
    const printer = await IppEvePrinter.start();
    onTestFinished(() => printer[Symbol.asyncDispose]());
    cups.addQueue("kantor", printer.uri, "Kantor");
    const shut = `http://localhost:${await freePort()}`;
    const [found] = await look([shut, inFile(cups)]);
    expect(found).toMatchObject({ title: "Kantor", options: { uri: `${inFile(cups)}/printers/kantor` } });

    const device = await makeDevice("printer-ipp", { ...found!.options, pollMs: 50 });
    await device.open(never);
    const sheet = await testSheet();
    await device.capability("sheet-printer")!.print(sheet, () => undefined, never);
    expect(printer.tray.map((bytes) => Buffer.compare(bytes, sheet.pdf))).toEqual([0]);
  });

  it("may have any name that CUPS takes", async () => {
    cups.addQueue("kantor_é+(2)", "usb://EPSON/L3110?serial=X1", "");
    const [found] = await look([cups.server]);
    const device = await makeDevice("printer-ipp", { ...found!.options });
    await device.open(never);
    expect(device.model).toBe("Local Raw Printer");
    expect(device.about).toMatchObject({ address: found!.options["uri"] });
  });
});

describe("a machine with no CUPS that answers", () => {
  async function listening(answer: string | undefined): Promise<string> {
    const server: Server = createServer((socket) => {
      socket.on("error", () => undefined);
      if (answer !== undefined) socket.end(answer);
    });
    server.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  }

  it("has no queues", async () => {
    const shut = `http://127.0.0.1:${await freePort()}`;
    expect(await look([shut, "http+unix://%2Ftmp%2Ftitian-no-such.sock"])).toEqual([]);
  });

  it.each([
    ["HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhallo"],
    ["HTTP/1.1 403 Forbidden\r\n\r\n"],
    ["\0\0\0"],
  ])("has none either where something else answers %j", async (answer) => {
    expect(await look([await listening(answer)])).toEqual([]);
  });

  it("is given up after two seconds of silence, and at once by a caller who goes", async () => {
    const clock = new ManualClock();
    const silent = await listening(undefined);
    let found: unknown;
    void look([silent], { clock: clock as never }).then((queues) => {
      found = queues;
    });
    await clock.advance(1_999);
    expect(found).toBeUndefined();
    await clock.advance(1);
    await expect.poll(() => found).toEqual([]);

    const caller = new AbortController();
    const looking = findAt([silent])({ clock, log: new SilentLog(), usb: [] }, caller.signal);
    caller.abort(new Error("gone"));
    await expect(looking).rejects.toThrow("gone");
  });
});
