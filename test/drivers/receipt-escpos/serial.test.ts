import { describe, expect, it, onTestFinished } from "vitest";
import { makeDevice, never } from "../../contract/make-device.ts";
import { TICKET } from "../../contract/receipt-printer.contract.ts";
import { FakeEscPosPrinter, type Manners } from "../../harness/escpos-printer.ts";
import { Pty } from "../../harness/pty.ts";

/** A pseudo-terminal with the printer at its far end. */
async function desk(manners: Manners = {}, options: Record<string, unknown> = {}) {
  const printer = await FakeEscPosPrinter.start(manners);
  const cable = await Pty.start(`TCP:127.0.0.1:${printer.port}`);
  onTestFinished(async () => {
    await cable[Symbol.asyncDispose]();
    await printer[Symbol.asyncDispose]();
  });
  const device = await makeDevice("receipt-escpos", { to: cable.path, watchMs: 50, ...options });
  return { printer, cable, device, print: () => device.capability("receipt-printer")!.print(TICKET, never) };
}

describe("a receipt printer on a serial port", () => {
  it("prints, and is asked how it is over the same wire", async () => {
    const { printer, device, print } = await desk();
    await device.open(never);
    expect(device.health.reasons).toEqual([]);
    await print();
    expect(printer.paper).toContainEqual(expect.objectContaining({ code128: "26110000412" }));
    printer.status.set(4, 0x72);
    await expect.poll(() => device.health.reasons).toEqual(["paper-empty"]);
  });

  it("is held open, so that nobody else can print between two lines", async () => {
    const { cable, device } = await desk();
    await device.open(never);
    const rival = await makeDevice("receipt-escpos", { to: cable.path });
    await expect(rival.open(never)).rejects.toMatchObject({ code: "DEVICE_BUSY" });
  });

  it("is not connected when the cable comes out, and prints again once it is back", async () => {
    const { printer, cable, device, print } = await desk();
    await device.open(never);
    await cable.unplug();
    await expect.poll(() => device.health.reasons).toEqual(["not-connected"]);
    await expect(print()).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    await cable.plug();
    await expect.poll(() => device.health.reasons).toEqual([]);
    await print();
    expect(printer.paper.at(-1)).toEqual({ kind: "cut" });
  });

  it("is not connected when the cable comes out in the middle of a job", async () => {
    const { printer, cable, device } = await desk({ takes: "slowly" });
    await device.open(never);
    const job = device.capability("raw-printer")!.send(Buffer.alloc(12_000_000, 0x41), never);
    await Promise.all([
      expect(job).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" }),
      expect
        .poll(() => printer.receivedBytes)
        .toBeGreaterThan(0)
        .then(() => cable.unplug()),
    ]);
  });

  it("gives a job up that nobody takes, and closes the port all the same", async () => {
    const cable = await Pty.start();
    onTestFinished(() => cable[Symbol.asyncDispose]());
    const device = await makeDevice("receipt-escpos", { to: cable.path, writeWithinMs: 500 });
    await device.open(never);
    expect(device.health.reasons).toEqual(["not-supervised"]);
    const job = device.capability("raw-printer")!.send(Buffer.alloc(200_000, 0x41), never);
    await expect(job).rejects.toMatchObject({ code: "PRINTER_STUCK" });
    expect(device.health.reasons).toEqual(["not-responding"]);
    await device.close();
  });

  it("is not connected where there is no such port", async () => {
    const device = await makeDevice("receipt-escpos", { to: "/dev/ttyUSB77" });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });
});
