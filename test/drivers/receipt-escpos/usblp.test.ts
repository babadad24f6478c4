import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openFailure } from "../../../drivers/receipt-escpos/open-failure.ts";
import type { UsbDevice } from "../../../src/devices/index.ts";
import { makeDevice, never, temporaryFolder } from "../../contract/make-device.ts";
import { TICKET } from "../../contract/receipt-printer.contract.ts";
import { FakeEscPosPrinter, type Manners } from "../../harness/escpos-printer.ts";
import { Pty } from "../../harness/pty.ts";

/** A pseudo-terminal called lp0 stands in for usblp: it, too, says EAGAIN to those who opened it non-blocking. */
function linePrinter(cable: Pty): string {
  const file = path.join(temporaryFolder(), "lp0");
  symlinkSync(cable.path, file);
  return file;
}

async function desk(manners: Manners = {}, options: Record<string, unknown> = {}) {
  const printer = await FakeEscPosPrinter.start(manners);
  const cable = await Pty.start(`TCP:127.0.0.1:${printer.port}`);
  onTestFinished(async () => {
    await cable[Symbol.asyncDispose]();
    await printer[Symbol.asyncDispose]();
  });
  const device = await makeDevice("receipt-escpos", { to: linePrinter(cable), watchMs: 50, ...options });
  return { printer, cable, device, print: () => device.capability("receipt-printer")!.print(TICKET, never) };
}

const TM_T20: UsbDevice = {
  ...{ vendorId: "04b8", productId: "0e15", serial: "PRN0001", port: "1-1.2" },
  ...{ manufacturer: "EPSON", product: "TM-T20II", classes: [7] },
  nodes: ["/dev/usb/lp0"],
};

describe("a receipt printer with a device file of its own", () => {
  it("prints, and answers how it is", async () => {
    const { printer, device, print } = await desk();
    await device.open(never);
    expect(device.health.reasons).toEqual([]);
    await print();
    expect(printer.paper).toContainEqual(expect.objectContaining({ code128: "26110000412" }));
    printer.status.set(2, 0x16);
    await expect(print()).rejects.toMatchObject({ code: "PRINTER_COVER_OPEN" });
  });

  it("passes on a large job unchanged", async () => {
    const { printer, device } = await desk();
    await device.open(never);
    const job = Buffer.alloc(300_000);
    for (let at = 0; at < job.length; at++) job[at] = 0x20 + (at % 0x5f);
    await device.capability("raw-printer")!.send(job, never);
    expect(printer.received.equals(job)).toBe(true);
  });

  it("is found by its selector wherever it came up, and shows what USB knows of it", async () => {
    const { printer, cable } = await desk();
    const usb = { list: async () => [{ ...TM_T20, nodes: [linePrinter(cable)] }] };
    const device = await makeDevice("receipt-escpos", { to: "usb:04b8:0e15:PRN0001" }, { usb });
    await device.open(never);
    expect(device.model).toBe("TM-T20II");
    expect(device.about).toMatchObject({ serial: "PRN0001", usb: { port: "1-1.2" } });
    await device.capability("receipt-printer")!.print(TICKET, never);
    expect(printer.paper).toHaveLength(6);
    const other = await makeDevice("receipt-escpos", { to: "usb:04b8:0e15:PRN0002" }, { usb });
    await expect(other.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });

  it("is not connected when the cable comes out, and prints again once it is back", async () => {
    const { cable, device, print } = await desk();
    await device.open(never);
    await cable.unplug();
    await expect.poll(() => device.health.reasons).toEqual(["not-connected"]);
    await cable.plug();
    await expect.poll(() => device.health.reasons).toEqual([]);
    await print();
  });

  it("gives a job up that nobody takes, and says so until one went through", async () => {
    const cable = await Pty.start();
    onTestFinished(() => cable[Symbol.asyncDispose]());
    const device = await makeDevice("receipt-escpos", {
      to: linePrinter(cable),
      writeWithinMs: 500,
      watchMs: 50,
    });
    await device.open(never);
    const job = device.capability("raw-printer")!.send(Buffer.alloc(200_000, 0x41), never);
    await expect(job).rejects.toMatchObject({ code: "PRINTER_STUCK" });
    await expect.poll(() => device.health.reasons).toEqual(["not-responding", "not-supervised"]);
  });

  it("says so when its owner does not let Titian use it", async () => {
    const file = path.join(temporaryFolder(), "lp0");
    writeFileSync(file, "");
    chmodSync(file, 0);
    if (process.getuid?.() === 0) process.seteuid?.(65_534);
    onTestFinished(() => void process.seteuid?.(process.getuid?.() ?? 0));
    const device = await makeDevice("receipt-escpos", { to: file });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_PERMITTED" });
  });

  it.each([
    ["EBUSY", "DEVICE_BUSY"],
    ["EACCES", "DEVICE_NOT_PERMITTED"],
    ["ENODEV", "DEVICE_NOT_CONNECTED"],
    ["ENOENT", "DEVICE_NOT_CONNECTED"],
  ])("calls %s of usblp %s", (said, code) => {
    expect(openFailure(Object.assign(new Error("open"), { code: said }))).toMatchObject({ code });
  });
});

describe("a printer that takes nothing", () => {
  it("does not keep the process from ending", async () => {
    const fifo = path.join(temporaryFolder(), "lp0");
    spawnSync("mkfifo", [fifo]);
    const root = new URL("../../../", import.meta.url);
    const program = `
      const { openUsblp } = await import("${root}drivers/receipt-escpos/usblp-transport.ts");
      const { SystemClock } = await import("${root}src/bridge/system-clock.ts");
      const port = await openUsblp(${JSON.stringify(fifo)}, undefined, new SystemClock(), new AbortController().signal);
      await port.write(new Uint8Array(200_000), AbortSignal.timeout(300)).catch(() => process.exit(7));`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
    onTestFinished(() => void child.kill("SIGKILL"));
    expect(await once(child, "exit")).toEqual([7, null]);
  });
});
