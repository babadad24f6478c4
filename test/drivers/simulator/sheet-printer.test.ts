import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { SHEET_PRINTER_FAULTS } from "../../../drivers/simulator/sheet-printer-faults.ts";
import type { ConfiguredDevice } from "../../../src/devices/index.ts";
import { makeDevice, never, temporaryFolder } from "../../contract/make-device.ts";
import { testSheet } from "../../contract/sheet-printer.contract.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

describe("the simulated sheet printer", () => {
  async function opened(options = {}, clock = new ManualClock(), folder = temporaryFolder()) {
    const device = await makeDevice("simulator-sheet-printer", options, { clock, folder });
    await device.open(never);
    return { device, clock, folder };
  }
  const simulate = (device: ConfiguredDevice, ...faults: string[]): void =>
    device.capability("simulation")!.simulate(faults);
  /** Starts a document and comes back when its first page is fed. */
  async function feed(device: ConfiguredDevice, pages = 3) {
    const sheet = await testSheet({ pages });
    const taken = Promise.withResolvers<string>();
    const done = device.capability("sheet-printer")!.print(sheet, taken.resolve, never);
    done.catch(taken.reject);
    return { sheet, done, reference: await taken.promise };
  }
  const sheetsLeft = async (device: ConfiguredDevice) =>
    (await device.capability("supplies")!.levels(never)).map(({ kind, left }) => [kind, left]);
  const outcome = (device: ConfiguredDevice, reference: string) =>
    device.capability("sheet-printer.jobs")!.outcome(reference, never);

  it("takes its time for each page, then puts the document itself into its folder and writes it down", async () => {
    const { device, clock, folder } = await opened();
    const { sheet, done, reference } = await feed(device);
    await clock.advance(3 * 1_500 - 1);
    const tray = device.capability("simulation.tray")!;
    expect(tray.newest).toBeUndefined();
    await clock.advance(1);
    await done;
    expect(Buffer.compare(readFileSync(tray.newest!), sheet.pdf)).toBe(0);
    expect(await sheetsLeft(device)).toEqual([["paper", 247]]);
    const lines = readFileSync(path.join(folder, "printed.jsonl"), "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { reference, outcome: "pending", jobName: sheet.jobName },
      { reference, outcome: "completed", file: path.basename(tray.newest!) },
    ]);
  });

  it.each([
    ["jam", "PRINTER_JAM", "jam"],
    ["cover-open", "PRINTER_COVER_OPEN", "cover-open"],
    ["unplug", "DEVICE_NOT_CONNECTED", "not-connected"],
    ["paper-out", "PRINTER_CARDS_EMPTY", "paper-empty"],
  ])("under %s between two pages it ends with %s", async (fault, code, reason) => {
    const { device, clock } = await opened();
    const { done, reference } = await feed(device);
    await clock.advance(2_000);
    simulate(device, fault);
    const refused = expect(done).rejects.toMatchObject({ code });
    await clock.advance(1_500);
    await refused;
    expect(device.health.reasons).toEqual([reason]);
    expect(await outcome(device, reference)).toBe("aborted");
    expect(device.capability("simulation.tray")!.count).toBe(0);
  });

  it("finishes a last page that is on its way when the paper runs out", async () => {
    const { device, clock } = await opened();
    const { done } = await feed(device, 1);
    await clock.advance(100);
    simulate(device, "paper-out");
    await clock.advance(1_400);
    await done;
    expect(await sheetsLeft(device)).toEqual([["paper", 0]]);
  });

  it.each(["jam", "paper-out", "cover-open", "unplug"])(
    "under %s it takes no document at all",
    async (fault) => {
      const { device } = await opened();
      simulate(device, fault);
      await expect(feed(device)).rejects.toMatchObject({
        code: "PRINTER_REFUSED",
        details: { reason: device.health.reasons[0] },
      });
    },
  );

  it("loses sight of a job under vanished-job, and looks well", async () => {
    const { device, clock } = await opened({ printMs: 10 });
    simulate(device, "vanished-job");
    const { done, reference } = await feed(device, 1);
    const refused = expect(done).rejects.toMatchObject({ code: "PRINTER_JOB_VANISHED" });
    await clock.advance(10);
    await refused;
    expect(device.health.level).toBe("ok");
    expect(await outcome(device, reference)).toBe("vanished");
  });

  it("counts its paper down, warns, stops in the middle of a document, and is full once it is mended", async () => {
    const { device, clock } = await opened({ feederSheets: 11, printMs: 1 });
    const first = await feed(device, 1);
    await clock.advance(1);
    await first.done;
    expect(device.health.reasons).toEqual(["paper-low"]);
    const { done, reference } = await feed(device, 12);
    const refused = expect(done).rejects.toMatchObject({ code: "PRINTER_CARDS_EMPTY" });
    await clock.advance(20);
    await refused;
    expect(device.health.reasons).toEqual(["paper-empty"]);
    expect(await outcome(device, reference)).toBe("aborted");
    await expect(feed(device)).rejects.toMatchObject({ details: { reason: "paper-empty" } });
    simulate(device);
    expect(await sheetsLeft(device)).toEqual([["paper", 11]]);
  });

  it("refuses a second document while one is in print, and what is no PDF", async () => {
    const { device, clock } = await opened({ printMs: 10 });
    const { done } = await feed(device, 1);
    await expect(feed(device)).rejects.toMatchObject({ details: { reason: "busy" } });
    await clock.advance(10);
    await done;
    const text = { jobName: "a", pdf: Buffer.from("%PD") };
    await expect(
      device.capability("sheet-printer")!.print(text, () => undefined, never),
    ).rejects.toMatchObject({ code: "PRINTER_REFUSED", details: { reason: "format" } });
  });

  it("names its faults", async () => {
    const { device } = await opened();
    expect([...device.capability("simulation")!.faults].sort()).toEqual([...SHEET_PRINTER_FAULTS].sort());
  });
});
