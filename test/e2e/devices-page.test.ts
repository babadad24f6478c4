import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Config } from "../../src/bridge/config/schema.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { driverWithFinder } from "../harness/found-driver.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";

/** Eight devices, as a desk of a district library might have them. */
const DEVICES = [
  { id: "desk-1-card-printer", driver: "simulator-card-printer", options: { ribbonCards: 200 } },
  { id: "desk-1-receipt", driver: "simulator-receipt-printer" },
  {
    id: "desk-1-spare-printer",
    driver: "simulator-card-printer",
    options: { ribbonCards: 18, printMs: 60_000 },
  },
  { id: "desk-1-low-printer", driver: "simulator-card-printer", options: { ribbonCards: 8, feederCards: 8 } },
  { id: "desk-1-camera", driver: "simulator-camera" },
  { id: "desk-1-scanner", driver: "simulator-scanner" },
  { id: "desk-1-scanner-lamination", driver: "simulator-scanner" },
  { id: "desk-1-old-camera", driver: "simulator-camera" },
];

describe("the technicians' page in Chromium", () => {
  let desk: ConsoleDesk;
  const { driver, file } = driverWithFinder();
  const fault = (device: string, ...faults: string[]) =>
    desk.clerk.client.call("device.simulate", { device, faults });
  const textOf = (id: string) => desk.byId(id).textContent();

  beforeAll(async () => {
    const config = (demo: Config): Config => ({
      ...demo,
      devices: DEVICES.map((one) => ({ options: {}, ...one })),
    });
    desk = await ConsoleDesk.open({ config, drivers: [driver] });
    await desk.goTo("perangkat");
    await desk.byId("candidate").waitFor();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("shows eight devices in mixed states: stopped first, then soon, working, ready, off", async () => {
    const { client } = desk.clerk;
    await fault("desk-1-card-printer", "cover-open");
    await fault("desk-1-receipt", "unplug");
    await client.call("device.rename", {
      device: "desk-1-scanner-lamination",
      title: "Pemindai meja laminasi",
    });
    await client.call("device.rename", { device: "desk-1-spare-printer", title: "Printer kartu cadangan" });
    await client.call("device.switch", { device: "desk-1-old-camera", on: false });
    const scanned = desk.clerk.scan("0000123");
    await scanned.catch(() => undefined);
    await client.call("camera.capture", { device: "desk-1-camera" });
    const requestKey = crypto.randomUUID();
    void client
      .call("device.printTest", { device: "desk-1-spare-printer", requestKey })
      .catch(() => undefined);

    await desk.byId("device-desk-1-spare-printer").getByText("Sedang mencetak").waitFor();
    await desk.byId("device-desk-1-card-printer").getByText("Penutup terbuka").waitFor();
    await desk.byId("device-desk-1-receipt").getByText("Tidak terhubung").waitFor();
    expect(await textOf("device-desk-1-low-printer")).toContain("hampir habis");
    expect(await textOf("device-desk-1-old-camera")).toContain("Dimatikan");
    expect(await textOf("device-desk-1-scanner-lamination")).toContain("Pemindai meja laminasi");
    const order = await desk.page
      .locator("li.dev")
      .evaluateAll((tiles) =>
        tiles.map((tile) => tile.getAttribute("data-testid")?.replace("device-desk-1-", "")),
      );
    expect(order).toEqual([
      "card-printer",
      "receipt",
      "low-printer",
      "spare-printer",
      "camera",
      "scanner",
      "scanner-lamination",
      "old-camera",
    ]);
    await desk.shot("40-perangkat-delapan");
    await desk.page.setViewportSize(LARGE);
    await desk.shot("41-perangkat-delapan-lebar");
    await desk.page.setViewportSize(SMALL);
  });

  it("tells a technician everything of one device", async () => {
    await desk.press("details-desk-1-low-printer");
    await desk.byId("device-dialog").getByRole("heading", { name: "24 jam terakhir" }).waitFor();
    expect(await textOf("supply-ribbon")).toContain("± 8");
    await desk.shot("42-rincian-perangkat");
    await desk.page.keyboard.press("Escape");
  });

  it("renames, routes and switches a device, and every other page hears of it", async () => {
    await desk.press("details-desk-1-camera");
    await desk.byId("device-name").fill("Kamera dekat jendela");
    await desk.press("device-name-save");
    await desk.byId("device-desk-1-camera").getByText("Kamera dekat jendela").waitFor();
    await desk.press("device-switch");
    await desk.byId("device-desk-1-camera").getByText("Dimatikan oleh teknisi").waitFor();
    await desk.press("device-switch");
    await desk
      .byId("device-desk-1-camera")
      .getByText("Dimatikan oleh teknisi")
      .waitFor({ state: "detached" });
    await desk.page.keyboard.press("Escape");
    expect(desk.bridge.bridge.devices.get("desk-1-camera" as DeviceId).title).toBe("Kamera dekat jendela");
  });

  it("tests a camera, a scanner and a receipt printer", async () => {
    await desk.press("test-desk-1-camera");
    await desk.press("test-photo");
    await desk.byId("test-done").waitFor();
    expect(await textOf("test-done")).toContain("1280 × 720");
    await desk.shot("43-uji-kamera");
    await desk.page.keyboard.press("Escape");

    await desk.press("test-desk-1-scanner");
    await desk.byId("test-waiting").waitFor();
    await desk.clerk.client.call("device.scan", { device: "desk-1-scanner", text: "ABC-123" });
    await desk.byId("test-done").waitFor();
    expect(await textOf("test-done")).not.toContain("ABC");
    await desk.page.keyboard.press("Escape");

    await fault("desk-1-receipt");
    await desk.press("test-desk-1-receipt");
    await desk.press("test-print");
    await desk.byId("test-done").waitFor();
    await desk.page.keyboard.press("Escape");
    expect(desk.bridge.bridge.devices.require("desk-1-receipt" as DeviceId, "simulation.tray").count).toBe(1);
  });

  it("shows what a printer asks that stopped over a card, and passes the answer on", async () => {
    const { client } = desk.clerk;
    await fault("desk-1-low-printer", "asks");
    const requestKey = crypto.randomUUID();
    const printed = client.call("device.printTest", { device: "desk-1-low-printer", requestKey });
    await desk.press("details-desk-1-low-printer");
    await desk.byId("printer-question").waitFor();
    await desk.shot("45-printer-bertanya");
    await desk.press("answer-ok");
    await desk.byId("printer-question").waitFor({ state: "detached" });
    expect(await printed).toMatchObject({ tookMs: expect.any(Number) });
    await desk.page.keyboard.press("Escape");
  });

  it("takes a device that was plugged in into use, prints on it, and lets it go again", async () => {
    expect(await textOf("candidate")).toContain("EPSON TM-T20II");
    await desk.byId("candidate").scrollIntoViewIfNeeded();
    await desk.shot("44-perangkat-ditemukan");
    await desk.press("adopt");
    const tile = desk.byId("device-desk-1-receipt-text-file");
    await tile.getByText("Siap", { exact: true }).waitFor();
    await desk.byId("candidate").waitFor({ state: "detached" });
    await desk.press("test-desk-1-receipt-text-file");
    await desk.press("test-print");
    await desk.byId("test-done").waitFor();
    await desk.page.keyboard.press("Escape");
    expect(readFileSync(file, "utf8")).toContain("UJI CETAK");

    await desk.press("details-desk-1-receipt-text-file");
    await desk.press("device-forget");
    await tile.waitFor({ state: "detached" });
    await desk.byId("candidate").waitFor();
    expect(desk.complaints).toEqual([]);
  });
});
