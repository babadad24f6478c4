import { describe, expect, it } from "vitest";
import { askDaemonToLook, devicesText } from "../../../src/bridge/cli/devices.ts";
import type { HealthReport } from "../../../src/bridge/flows/health-report.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { PRINTER } from "../../harness/clerk.ts";
import { driverWithFinder } from "../../harness/found-driver.ts";
import { startBridge } from "../../harness/start-bridge.ts";

const never = new AbortController().signal;
const WIB = { language: "id", timeZone: "Asia/Jakarta" } as const;

describe("titian devices", () => {
  it("prints what the running daemon says: state, what to do, what is left, what else is plugged in", async () => {
    await using desk = await startBridge({ drivers: [driverWithFinder().driver] });
    await desk.bridge.supervisor.firstAttempts();
    await desk.client.call("device.rename", { device: PRINTER, title: "Printer depan" });
    await desk.client.call("device.simulate", { device: PRINTER, faults: ["cover-open"] });
    await desk.client.call("device.switch", { device: "desk-1-scanner", on: false });
    const report = await askDaemonToLook(desk.bridge.server.port, new SystemClock(), never);
    const lines = devicesText(report!, WIB).split("\n");
    expect(lines).toContain(`✗ Printer depan (${PRINTER})  [member-card]`);
    expect(lines).toContain("  Penutup terbuka. Tutup sampai terdengar klik.");
    expect(lines.join("\n")).toMatch(/Sisa: kartu 100, pita 200/);
    expect(lines).toContain("- desk-1-scanner");
    expect(lines).toContain("+ EPSON TM-T20II  receipt-text-file  usb 04b8:0e15 @ 1-1.3");
  });

  it("lets no device and no page write to the terminal as it likes", () => {
    const product = "Scanner\u001b]0;pwned\u0007\u202e\r\u009b2J";
    const usb = {
      vendorId: "0a5f",
      productId: "0001",
      port: "1-4",
      serial: null,
      manufacturer: null,
      product,
    };
    const report: HealthReport = {
      ...{ titian: "0", desk: "desk-1", dependencies: [], devices: [] },
      discovered: { candidates: [], unclaimed: [{ usb, need: "nothing" }] },
    };
    expect(devicesText(report, WIB)).not.toMatch(/[^\P{C}\n]/u);
  });

  it("says nothing of a daemon that does not run", async () => {
    expect(await askDaemonToLook(9, new SystemClock(), never)).toBeUndefined();
  });

  it("names the USB ids of what no driver takes, and what it would need", () => {
    const usb = {
      vendorId: "0a5f",
      productId: "0001",
      port: "1-4",
      serial: null,
      manufacturer: null,
      product: null,
    };
    const report: HealthReport = {
      ...{ titian: "0", desk: "desk-1", dependencies: [], devices: [] },
      discovered: { candidates: [], unclaimed: [{ usb, need: "vendor-driver" }] },
    };
    expect(devicesText(report, WIB)).toContain(
      "? USB  usb 0a5f:0001 @ 1-4  perlu perangkat lunak dari pembuatnya",
    );
  });
});
