import { describe, expect, it } from "vitest";
import type { Device, HealthReason, ReceiptLine } from "../../src/devices/index.ts";
import { never } from "./make-device.ts";

export const TICKET: readonly ReceiptLine[] = [
  { kind: "text", text: "Perpustakaan Daerah", align: "center" },
  { kind: "text", text: "A-013", size: "large", align: "center" },
  { kind: "rule" },
  { kind: "text", text: "Janji layanan: 15 menit" },
  { kind: "barcode", code128: "26110000412" },
];

/** What every driver offering "receipt-printer" must do. `reasons`: all that is wrong with a device that is well. */
export function describeReceiptPrinter(
  name: string,
  make: () => Promise<Device>,
  { reasons = [] }: { readonly reasons?: readonly HealthReason[] } = {},
): void {
  describe(`receipt printer contract: ${name}`, () => {
    it("is away before it is opened, prints once it is, and is away when closed", async () => {
      const device = await make();
      expect(device.health.reasons).toEqual(["not-connected"]);
      await device.open(never);
      expect(device.health.reasons).toEqual(reasons);
      await device.capability("receipt-printer")!.print(TICKET, never);
      await device.close();
      await device.close();
      expect(device.health.reasons).toEqual(["not-connected"]);
    });

    it("prints an empty receipt, a long one, and letters beyond ASCII", async () => {
      const device = await make();
      await device.open(never);
      const printer = device.capability("receipt-printer")!;
      await printer.print([], never);
      await printer.print([{ kind: "text", text: "Sdr. Nu’aim – é 名 \u001b@ ".repeat(20) }], never);
      expect(device.health.reasons).toEqual(reasons);
    });

    it("refuses with a code while it is closed", async () => {
      const device = await make();
      const receipt = device.capability("receipt-printer")!.print(TICKET, never);
      await expect(receipt).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    });

    it("prints nothing for a caller who had already given up", async () => {
      const device = await make();
      await device.open(never);
      const receipt = device
        .capability("receipt-printer")!
        .print(TICKET, AbortSignal.abort(new Error("gone")));
      await expect(receipt).rejects.toThrow("gone");
    });
  });
}
