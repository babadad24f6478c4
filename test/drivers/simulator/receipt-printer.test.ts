import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { encodeReceipt } from "../../../drivers/escpos/encode-receipt.ts";
import { readEscPos } from "../../../drivers/escpos/read-escpos.ts";
import { RECEIPT_PRINTER_FAULTS } from "../../../drivers/simulator/receipt-printer-faults.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { TICKET } from "../../contract/receipt-printer.contract.ts";

describe("the simulated receipt printer", () => {
  async function opened() {
    const device = await makeDevice("simulator-receipt-printer", { printMs: 5 });
    await device.open(never);
    return device;
  }

  it("keeps the very bytes and a picture of what they put on paper", async () => {
    const device = await opened();
    await device.capability("receipt-printer")!.print(TICKET, never);
    const { newest, count } = device.capability("simulation.tray")!;
    expect(count).toBe(1);
    expect(readFileSync(newest!).subarray(1, 4).toString()).toBe("PNG");
    const bytes = readFileSync(newest!.replace(/png$/, "bin"));
    // GS k 73 with its length byte and code set B: the byte that the package `escpos` leaves out.
    expect(bytes.includes(Buffer.from("1d6b490d7b423236313130303030343132", "hex"))).toBe(true);
  });

  it("reads back exactly what was to be printed", () => {
    const rows = readEscPos(encodeReceipt(TICKET, { columns: 42 }));
    expect(rows.filter((row) => row.kind !== "text" || row.text.trim() !== "")).toMatchObject([
      { kind: "text", text: expect.stringMatching(/^ {11}Perpustakaan Daerah$/), scale: 1 },
      { kind: "text", text: expect.stringContaining("A-013"), scale: 2 },
      { kind: "text", text: "─".repeat(42) },
      { kind: "text", text: "Janji layanan: 15 menit" },
      { kind: "barcode", code128: "26110000412", heightDots: 64, hasText: true, isCentred: true },
      { kind: "cut" },
    ]);
  });

  it("does not let a text give orders to the printer", () => {
    const rows = readEscPos(
      encodeReceipt([{ kind: "text", text: "\u001b@\u001dV\u0000 Sinta" }], { columns: 42 }),
    );
    expect(rows.filter((row) => row.kind === "cut")).toHaveLength(1);
    expect(rows[0]).toMatchObject({ text: expect.stringContaining("Sinta") });
  });

  it.each(["A{B", "{A1", "{{", "3374}~"])("carries the barcode %j unchanged", (code128) => {
    const rows = readEscPos(encodeReceipt([{ kind: "barcode", code128 }], { columns: 42 }));
    expect(rows).toContainEqual(expect.objectContaining({ kind: "barcode", code128 }));
  });

  it.each(["naïve", "", "a\nb", "x".repeat(61)])(
    "refuses the barcode %j, which Code 128 cannot carry",
    (code128) => {
      expect(() => encodeReceipt([{ kind: "barcode", code128 }], { columns: 42 })).toThrow("BAD_REQUEST");
    },
  );

  it.each([
    ["paper-out", "PRINTER_CARDS_EMPTY", "paper-empty"],
    ["cover-open", "PRINTER_COVER_OPEN", "cover-open"],
    ["unplug", "DEVICE_NOT_CONNECTED", "not-connected"],
  ])("under %s it fails with %s and keeps nothing", async (fault, code, reason) => {
    const device = await opened();
    device.capability("simulation")!.simulate([fault]);
    expect(device.health.reasons).toEqual([reason]);
    await expect(device.capability("receipt-printer")!.print(TICKET, never)).rejects.toMatchObject({ code });
    expect(device.capability("simulation.tray")!.count).toBe(0);
  });

  it("prints receipts one after the other", async () => {
    const device = await opened();
    const printer = device.capability("receipt-printer")!;
    await Promise.all([1, 2, 3].map(() => printer.print(TICKET, never)));
    expect(device.capability("simulation.tray")!.count).toBe(3);
  });

  it("names its faults", async () => {
    const { faults } = (await opened()).capability("simulation")!;
    expect([...faults].sort()).toEqual([...RECEIPT_PRINTER_FAULTS].sort());
  });
});
