import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/bridge/protocol/commands.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { CAMERA, Clerk, PRINTER } from "../harness/clerk.ts";
import { driverWithFinder } from "../harness/found-driver.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const RECEIPT = "desk-1-receipt";

/** Over the real socket, as a technician at the console does it; and after a restart. */
describe("caring for devices", () => {
  let folder: string;
  let desk: TestBridge;
  const { driver, found, file } = driverWithFinder();
  const start = async (): Promise<void> => {
    desk = await startBridge({ folder, drivers: [driver] });
    await desk.bridge.supervisor.firstAttempts();
  };
  const restart = async (): Promise<void> => {
    await desk.stop();
    await start();
  };
  const call: TestBridge["client"]["call"] = (...request) => desk.client.call(...request);
  const view = async (device: string) =>
    (await call("device.list", {})).devices.find((one) => one.device === device);
  const adopt = async () => {
    const { candidates } = await call("device.discover", {});
    return call("device.adopt", { key: candidates.find(({ title }) => title.includes("EPSON"))?.key ?? "" });
  };

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "titian-care-"));
    await start();
  });
  afterEach(async () => {
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("keeps a device's name over a restart, and tells every page of it", async () => {
    const heard: (string | null)[] = [];
    desk.client.on("device.changed", ({ device, title }) => device === CAMERA && heard.push(title));
    await call("events.resume", { cursor: null });
    await call("device.rename", { device: CAMERA, title: "  Kamera jendela " });
    await expect.poll(() => heard).toContain("Kamera jendela");
    await restart();
    expect((await view(CAMERA))?.title).toBe("Kamera jendela");
    await call("device.rename", { device: CAMERA, title: null });
    expect((await view(CAMERA))?.title).toBeNull();
  });

  it("keeps a device switched off over a restart: it does nothing and worries nobody", async () => {
    const off = await call("device.switch", { device: CAMERA, on: false });
    expect(off).toMatchObject({ isEnabled: false, capabilities: [], purposes: [], kind: "camera" });
    await expect(call("camera.capture", { device: CAMERA })).rejects.toMatchObject({
      code: "CAPABILITY_MISSING",
    });
    await restart();
    expect(await view(CAMERA)).toMatchObject({ isEnabled: false, capabilities: [] });
    const health = await fetch(`${desk.origin}/health`);
    expect(health.status).toBe(200);

    const on = await call("device.switch", { device: CAMERA, on: true });
    expect(on).toMatchObject({ isEnabled: true, health: { level: "ok" }, purposes: ["photo"] });
  });

  it("sends receipts to the device that was chosen for them", async () => {
    const adopted = await adopt();
    expect(adopted).toMatchObject({ driver: "receipt-text-file", health: { level: "ok" } });
    expect((await view(RECEIPT))?.purposes).toEqual(["receipt"]);
    const { routes } = await call("device.route", { purpose: "receipt", device: adopted.device });
    expect(routes).toContainEqual({ purpose: "receipt", device: adopted.device });
    expect((await view(RECEIPT))?.purposes).toEqual([]);
    await restart();
    expect((await view(adopted.device))?.purposes).toEqual(["receipt"]);
    await expect(call("device.route", { purpose: "sheet", device: CAMERA })).rejects.toMatchObject({
      code: "CAPABILITY_MISSING",
    });
  });

  it("adopts what it found and nothing that a page makes up", async () => {
    await expect(
      call("device.adopt", { key: 'receipt-text-file [["path","/etc/passwd"]]' }),
    ).rejects.toMatchObject({
      code: "DEVICE_NOT_FOUND",
    });
    const first = await adopt();
    found.push({ title: "EPSON TM-T20II", options: { path: `${file}.second` }, usb: undefined });
    const second = await adopt();
    found.pop();
    expect([first.device, second.device]).toEqual(["desk-1-receipt-text-file", "desk-1-receipt-text-file-2"]);
    expect((await call("device.details", { device: first.device })).isAdopted).toBe(true);
    expect((await call("device.details", { device: RECEIPT })).isAdopted).toBe(false);
  });

  it("lets an adopted device go for good, and one of the configuration file not at all", async () => {
    const { device } = await adopt();
    await call("device.rename", { device, title: "Struk depan" });
    await call("device.forget", { device });
    expect(await view(device)).toBeUndefined();
    await expect(call("device.forget", { device: RECEIPT })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await restart();
    expect(await view(device)).toBeUndefined();
    expect((await adopt()).title).toBeNull();
  });

  it("forgets with a device what it was chosen for: the next of its name is another one", async () => {
    const { device } = await adopt();
    await call("device.route", { purpose: "receipt", device });
    await call("device.forget", { device });
    const next = await adopt();
    expect([next.device, next.purposes]).toEqual([device, []]);
  });

  it("starts without an adopted device whose driver is gone", async () => {
    const { device } = await adopt();
    await desk.stop();
    desk = await startBridge({ folder });
    expect(await view(device)).toBeUndefined();
    await restart();
    expect((await view(device))?.driver).toBe("receipt-text-file");
  });

  it("tells counters, failures and the last day of a device", async () => {
    await call("camera.capture", { device: CAMERA });
    await call("device.simulate", { device: CAMERA, faults: ["no-picture"] });
    await expect(call("camera.capture", { device: CAMERA })).rejects.toMatchObject({
      code: "CAMERA_NO_PICTURE",
    });
    const details = await call("device.details", { device: CAMERA });
    expect(details.counters.find(({ capability }) => capability === "camera")).toMatchObject({
      ...{ calls: 2, failures: 1, p50Ms: expect.any(Number) },
    });
    expect(details.failures).toMatchObject([{ capability: "camera", code: "CAMERA_NO_PICTURE" }]);
    expect(details.history.map(({ reasons }) => reasons.join())).toEqual(["no-picture", ""]);
    expect(details.udevRule).toBeNull();
  });

  it("names the worst reason of a device first", async () => {
    const faults = ["slow", "jam"];
    const { health } = await call("device.simulate", { device: PRINTER, faults });
    expect(health).toMatchObject({ level: "down", reasons: ["jam", "slow"] });
  });

  it("prints one test card for one key, however often it is asked", async () => {
    const requestKey = crypto.randomUUID();
    const quick = await Promise.all(
      [1, 2].map(() => call("device.printTest", { device: PRINTER, requestKey })),
    );
    expect(quick[0]).toEqual(quick[1]);
    expect(desk.tray.count).toBe(1);
    await expect(
      call("device.printTest", { device: CAMERA, requestKey: crypto.randomUUID() }),
    ).rejects.toMatchObject({ code: "CAPABILITY_MISSING" });
  });

  it("prints a test receipt without a word about a person", async () => {
    const { device } = await adopt();
    await call("device.printTest", { device, requestKey: crypto.randomUUID() });
    expect(readFileSync(file, "utf8")).toContain("TITIAN-TEST");
  });

  it("sends no raw bytes to a device that does not take them", async () => {
    expect((await view(RECEIPT))?.capabilities).not.toContain("raw-printer");
    const data = desk.client.upload(new Uint8Array(100));
    await expect(
      call("printer.raw", { device: RECEIPT, requestKey: crypto.randomUUID(), data }),
    ).rejects.toMatchObject({ code: "CAPABILITY_MISSING" });
  });

  it("says in /health and /metrics how every device is, what is left, and what else is plugged in", async () => {
    await call("device.simulate", { device: PRINTER, faults: ["cover-open"] });
    await call("camera.capture", { device: CAMERA });
    await call("device.discover", {});
    const report = (await (await fetch(`${desk.origin}/health`)).json()) as Record<string, never>;
    expect(report).toMatchObject({
      ...{ status: "degraded", desk: "desk-1", titian: "0.0.0-test" },
      discovered: { candidates: [{ title: "EPSON TM-T20II", usb: { vendorId: "04b8" } }] },
    });
    expect(JSON.stringify(report["devices"])).toContain("cover-open");
    const metrics = await (await fetch(`${desk.origin}/metrics`)).text();
    expect(metrics).toContain(`titian_device_level{device="${PRINTER}",driver="simulator-card-printer"} 2`);
    expect(metrics).toContain(`titian_device_reason{device="${PRINTER}",reason="cover-open"} 1`);
    expect(metrics).toContain(
      `titian_device_calls_total{device="${CAMERA}",capability="camera",outcome="other"} 1`,
    );
    expect(metrics).toMatch(/titian_device_supply_left\{device="desk-1-card-printer",kind="ribbon"\} \d+/);
  });

  it("refuses all of it to a page that is not the console", () => {
    const mine = ["rename", "switch", "route", "discover", "adopt", "forget", "printTest"] as const;
    for (const verb of mine) expect(COMMANDS[`device.${verb}`].consoleOnly, verb).toBe(true);
  });
});

describe("the receipt for the hand-over", () => {
  it("is printed once for one key, with the masked number and no name", async () => {
    await using desk = await startBridge();
    const clerk = new Clerk(desk);
    const member = await clerk.someMember();
    const opened = await clerk.open(member.memberNo);
    const tray = desk.bridge.devices.require(RECEIPT as DeviceId, "simulation.tray");
    await expect.poll(() => tray.count).toBe(1);
    const requestKey = crypto.randomUUID();
    const ask = () => desk.client.call("case.printReceipt", { case: opened.case, requestKey });
    await Promise.all([ask(), ask()]);
    await ask();
    expect(tray.count).toBe(2);
    const bytes = readFileSync(tray.newest!.replace(/\.png$/, ".bin")).toString("latin1");
    expect(bytes).toContain("Tanda terima");
    expect(bytes).not.toContain(member.memberNo);
    expect(bytes).not.toContain(member.fullName.split(" ")[0]);
  });

  it("is refused at a desk without a receipt printer", async () => {
    await using desk = await startBridge({
      config: (demo) => ({ ...demo, devices: demo.devices.filter(({ id }) => id !== RECEIPT) }),
    });
    const clerk = new Clerk(desk);
    const opened = await clerk.open((await clerk.someMember()).memberNo);
    await expect(
      desk.client.call("case.printReceipt", { case: opened.case, requestKey: crypto.randomUUID() }),
    ).rejects.toMatchObject({ code: "CAPABILITY_MISSING" });
  });
});
