import { describe, expect, it } from "vitest";
import { askDaemonToLook } from "../../../src/bridge/cli/devices.ts";
import { devicesText } from "../../../src/bridge/cli/devices-text.ts";
import type { DeviceReport, HealthReport } from "../../../src/bridge/flows/health-report.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { CAMERA, PRINTER } from "../../harness/clerk.ts";
import { driverWithFinder } from "../../harness/found-driver.ts";
import { startBridge } from "../../harness/start-bridge.ts";

const never = new AbortController().signal;
const NOW = new Date("2026-02-05T03:30:00Z");
const WIB = { language: "id", timeZone: "Asia/Jakarta", now: NOW } as const;
const hoursAgo = (hours: number): string => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

/** A printer of which everything is known. */
const WHOLE: DeviceReport = {
  ...{
    device: "printer-kartu",
    kind: "card-printer",
    title: null,
    model: "Primacy 2",
    driver: "printer-evolis",
  },
  ...{ address: "tcp://127.0.0.1:18000", capabilities: ["card-printer"], isEnabled: true, isWorking: false },
  health: { level: "down", reasons: ["not-permitted"], since: hoursAgo(3) },
  ...{
    purposes: ["member-card"],
    supplies: [],
    wedgePrefix: null,
    lastUsedAt: null,
    question: null,
    faults: [],
  },
  ...{ serial: "10000312345", firmware: "2.1.4", words: ["DEF_FEEDER"], udevRule: 'SUBSYSTEM=="usb"' },
  usb: {
    ...{
      vendorId: "0f49",
      productId: "0a00",
      serial: null,
      port: "1-1.2",
      manufacturer: null,
      product: null,
    },
  },
  counters: [
    {
      ...{ capability: "card-printer", calls: 12, failures: 1, p50Ms: 21_000, p95Ms: 24_000 },
      lastSuccessAt: "2026-02-05T00:12:00.000Z",
    },
  ],
  failures: [{ capability: "card-printer", code: "PRINTER_JAM", at: "2026-02-05T00:20:00.000Z" }],
  history: [
    { level: "down", reasons: ["not-permitted"], since: hoursAgo(3) },
    { level: "ok", reasons: [], since: hoursAgo(9.5) },
    { level: "degraded", reasons: ["ribbon-low"], since: hoursAgo(20) },
  ],
};

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

  it("prints what Rincian has: numbers, firmware, the rule that is missing, the last day, counters, failures", () => {
    const report = { titian: "0", desk: "desk-1", dependencies: [], devices: [WHOLE], discovered: null };
    const lines = devicesText(report, WIB).split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "✗ printer-kartu  [member-card]",
      "  Primacy 2 · printer-evolis · tcp://127.0.0.1:18000",
      "  nomor seri 10000312345 · firmware 2.1.4 · usb 0f49:0a00 @ 1-1.2",
      "  Titian tidak diizinkan memakai perangkat ini. Minta teknisi memberi izin kepada pengguna Titian.",
      "  Kata perangkat: DEF_FEEDER",
      expect.stringContaining("udev"),
    ]);
    // Four hours of nothing known, ten and a half of a ribbon that runs low, six and a half well, three stopped.
    expect(lines).toContain(
      "  24 jam terakhir  |    !!!!!!!!!!!......xxx|  . siap  ! perlu disiapkan  x berhenti",
    );
    expect(lines).toContain(
      "  card-printer: 12 kali, 1 gagal, p50 21000 ms, p95 24000 ms, berhasil terakhir 5 Feb 2026, 07.12",
    );
    expect(lines.at(-1)).toMatch(/^ {2}Kendala 5 Feb 2026, 07\.20: .+ \(PRINTER_JAM\)$/);
  });

  it("has the same from the running daemon", async () => {
    await using desk = await startBridge();
    await desk.bridge.supervisor.firstAttempts();
    await desk.client.call("camera.capture", { device: CAMERA });
    await desk.client.call("device.simulate", { device: CAMERA, faults: ["no-picture"] });
    await expect(desk.client.call("camera.capture", { device: CAMERA })).rejects.toThrow();
    const report = await askDaemonToLook(desk.bridge.server.port, new SystemClock(), never);
    const { view, isAdopted: _, ...details } = await desk.client.call("device.details", { device: CAMERA });
    expect(report?.devices.find(({ device }) => device === CAMERA)).toEqual({ ...view, ...details });
    expect(details.failures).toHaveLength(1);
    const text = devicesText(report!, { ...WIB, now: new Date() });
    expect(text).toMatch(/camera: 2 kali, 1 gagal, p50 \d+ ms/);
    expect(text).toMatch(/Kendala .+ \(CAMERA_/);
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
