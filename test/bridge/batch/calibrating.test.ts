import { readFileSync } from "node:fs";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeviceId } from "../../../src/kernel/types.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";

const SHEETS = "desk-1-sheets";
const A4 = { device: SHEETS, layout: "a4-10" } as const;
const TRAY = { device: SHEETS, layout: "tray-2" } as const;

let desk: TestBridge;
beforeEach(async () => {
  desk = await startBridge({
    config: (demo) => ({
      ...demo,
      devices: demo.devices.map((one) => (one.id === SHEETS ? { ...one, options: { printMs: 1 } } : one)),
    }),
  });
  await desk.bridge.supervisor.firstAttempts();
});
afterEach(() => desk[Symbol.asyncDispose]());

const kept = async () => (await desk.client.call("batch.choices", {})).calibrations;
const print = (page: { readonly device: string; readonly layout: string }, isCheck: boolean) => {
  const backs = "long-edge" as const;
  return desk.client.call("calibration.print", { ...page, isCheck, backs, requestKey: crypto.randomUUID() });
};

describe("calibration over the protocol", () => {
  it("keeps four measurements for every grid on that paper, and survives a restart", async () => {
    const measured = { leftMm: 31.5, topMm: 39.5, acrossMm: 150, downMm: 199.8 };
    const saved = await desk.client.call("calibration.measure", { ...A4, measured });
    expect(saved).toMatchObject({ medium: "A4", offsetXMm: -1.5, scaleX: 1, slots: [] });
    expect(saved.scaleY).toBeCloseTo(200 / 199.8, 6);
    await desk.stop();
    await using again = await startBridge({ folder: desk.folder });
    expect((await again.client.call("batch.choices", {})).calibrations).toMatchObject([{ offsetXMm: -1.5 }]);
  });

  it("refuses what no printer does by itself, and changes nothing", async () => {
    const measured = { leftMm: 30, topMm: 40, acrossMm: 141, downMm: 188 };
    const refused = desk.client.call("calibration.measure", { ...A4, measured });
    await expect(refused).rejects.toMatchObject({ code: "CALIBRATION_IMPLAUSIBLE" });
    expect(await kept()).toEqual([]);
  });

  it("takes a tray's slots one by one, and refuses cards that would lie on each other", async () => {
    const slots = [
      { xMm: 60, yMm: 70 },
      { xMm: 61, yMm: 140 },
    ];
    expect(await desk.client.call("calibration.readTray", { ...TRAY, slots })).toMatchObject({
      medium: "tray-2",
      slots: [{ xMm: expect.closeTo(60 - 62.2, 6) }, { xMm: expect.closeTo(61 - 62.2, 6) }],
    });
    const over = desk.client.call("calibration.readTray", { ...TRAY, slots: [slots[0]!, slots[0]!] });
    await expect(over).rejects.toMatchObject({ code: "CALIBRATION_IMPLAUSIBLE" });
  });

  it("adds what was seen against the light to the back's own shift", async () => {
    const measured = { leftMm: 30, topMm: 40, acrossMm: 150, downMm: 200 };
    await desk.client.call("calibration.measure", { ...A4, measured });
    const see = (xMm: number) =>
      desk.client.call("calibration.measureBack", { ...A4, backs: "long-edge", seen: { xMm, yMm: 0.5 } });
    expect(await see(1)).toMatchObject({ backOffsetXMm: 1, backOffsetYMm: -0.5 });
    expect(await see(-0.5)).toMatchObject({ backOffsetXMm: 0.5, backOffsetYMm: -1 });
    await desk.client.call("calibration.forget", A4);
    expect(await kept()).toEqual([]);
  });

  it("prints the measuring page, and for a printer of both sides a second one to be held against the light", async () => {
    await print(A4, false);
    const tray = desk.bridge.devices.require(SHEETS as DeviceId, "simulation.tray");
    const page = await PDFDocument.load(readFileSync(tray.newest!));
    expect(page.getPageCount()).toBe(2);
    await print(TRAY, false);
    expect((await PDFDocument.load(readFileSync(tray.newest!))).getPageCount()).toBe(1);
  });
});
