import { describe, expect, it } from "vitest";
import { readEscPos } from "../../../drivers/escpos/read-escpos.ts";
import { EscPosPrinter } from "../../../drivers/receipt-escpos/printer.ts";
import { Roads } from "../../../drivers/receipt-escpos/roads.ts";
import type { DeviceId } from "../../../src/kernel/types.ts";
import { makeDevice, NO_USB, never } from "../../contract/make-device.ts";
import { describeReceiptPrinter, TICKET } from "../../contract/receipt-printer.contract.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { OneQueue } from "./one-queue.ts";

const OPTIONS = { columns: 42, cutter: "partial", writeWithinMs: 10_000, watchMs: 10_000 } as const;

function desk(queue = new OneQueue("Struk")) {
  const clock = new ManualClock();
  const roads = new Roads("winspool:Struk", 9_600, { usb: NO_USB, clock, openSpooler: async () => queue });
  const about = { id: "desk-1-receipt" as DeviceId, clock, log: new SilentLog(), options: OPTIONS };
  const device = new EscPosPrinter(about, roads);
  return { queue, clock, device, print: () => device.capability("receipt-printer")!.print(TICKET, never) };
}

describeReceiptPrinter("a queue of Windows (fake spooler)", async () => desk().device, {
  reasons: ["not-supervised"],
});

describe("a receipt printer behind a queue of Windows", () => {
  it("gets the ticket as one raw document that names nobody", async () => {
    const { queue, device, print } = desk();
    await device.open(never);
    await print();
    expect(queue.documents).toEqual(["Titian"]);
    expect(readEscPos(queue.bytes)).toContainEqual(expect.objectContaining({ code128: "26110000412" }));
    expect(device.about.address).toBe("USB001");
    expect(device.model).toBe("Generic / Text Only");
  });

  it("cannot be asked, and shows what the queue itself knows", async () => {
    const { queue, device, print } = desk();
    queue.status = 0x10;
    await device.open(never);
    expect(device.health.reasons).toEqual(["not-supervised", "paper-empty"]);
    await expect(print()).rejects.toMatchObject({ code: "PRINTER_CARDS_EMPTY" });
    expect(queue.documents).toEqual([]);
  });

  it("is away while Windows works offline, and when there is no such queue", async () => {
    const { queue, device } = desk();
    queue.attributes = 0x400;
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    const nobody = desk(new OneQueue("Another"));
    await expect(nobody.device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });

  it("takes a ticket back that waits in the queue, so that it does not come out when nobody expects it", async () => {
    const { queue, clock, device, print } = desk();
    queue.holdsJobs = true;
    await device.open(never);
    const printing = expect(print()).rejects.toMatchObject({ code: "PRINTER_STUCK" });
    await clock.advance(10_500);
    await printing;
    expect(queue.cancelled).toEqual([1]);
    expect(device.health.reasons).toEqual(["not-responding"]);
  });

  it("needs Windows", async () => {
    const device = await makeDevice("receipt-escpos", { to: "winspool:Struk" });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_DRIVER_MISSING" });
  });
});
