import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { WindowsPrinter } from "../../../drivers/printer-windows/printer.ts";
import { testCard, twoSidedCard } from "../../contract/card-printer.contract.ts";
import { never, temporaryFolder } from "../../contract/make-device.ts";
import { testSheet } from "../../contract/sheet-printer.contract.ts";
import { FakeSpooler } from "../../harness/fake-spooler.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { DropSpooler, viewerOptions } from "./viewer-rig.ts";
import { RecordingDrawing, windowsPrinter } from "./windows-printer-rig.ts";

const silence = () => undefined;

describe("printer-windows with a spooler that misbehaves", () => {
  let spooler: FakeSpooler;
  let clock: ManualClock;
  beforeEach(() => {
    spooler = new FakeSpooler();
    clock = new ManualClock();
  });

  async function opened(options: Record<string, unknown> = {}): Promise<WindowsPrinter> {
    const device = windowsPrinter(spooler, options, { clock });
    await device.open(never);
    return device;
  }
  const fate = (device: WindowsPrinter, spooled: (reference: string) => void = silence): Promise<string> =>
    device
      .capability("card-printer")!
      .print(testCard(), spooled, never)
      .then(
        () => "printed",
        (error: { code: string }) => error.code,
      );
  async function afterwards(pending: Promise<string>, ms = 2_000): Promise<string> {
    await expect.poll(() => spooler.queued).toBeGreaterThan(0);
    await clock.advance(ms);
    return pending;
  }

  it.each([
    ["no-such-printer", "DEVICE_NOT_CONNECTED", "not-connected"],
    ["stopped", "DEVICE_NOT_CONNECTED", "not-connected"],
    ["access-denied", "DEVICE_NOT_PERMITTED", "not-permitted"],
    ["silent", "DEVICE_TIMEOUT", "not-responding"],
    ["work-offline", "DEVICE_NOT_CONNECTED", "not-connected"],
    ["offline", "DEVICE_NOT_CONNECTED", "not-connected"],
  ] as const)("does not open on %s, and says why", async (fault, code, reason) => {
    spooler.be(fault);
    const device = windowsPrinter(spooler, {}, { clock });
    await expect(device.open(never)).rejects.toMatchObject({ code });
    expect(device.health.reasons).toEqual([reason]);
  });

  it.each([true, false])("draws the back on a second page where both sides are on: %s", async (duplex) => {
    const drawing = new RecordingDrawing(spooler);
    const device = windowsPrinter(spooler, { duplex }, { clock, drawing });
    await device.open(never);
    const card = twoSidedCard();
    void device.capability("card-printer")!.print(card, silence, never).catch(silence);
    await expect.poll(() => drawing.prints.length).toBe(1);
    const { documentName: _, ...print } = drawing.prints[0]!;
    const { png, backPng } = card;
    expect(print).toEqual(
      duplex
        ? { kind: "card", png, backPng, pdf: expect.any(Uint8Array) }
        : { kind: "card", png, pdf: card.pdf },
    );
    if (duplex) expect(print.pdf).not.toBe(card.pdf);
    expect(device.capability("card-printer.duplex") !== undefined).toBe(duplex);
  });

  it("opens without cards, and says so", async () => {
    spooler.be("paper-out");
    expect((await opened()).health.reasons).toEqual(["cards-empty"]);
  });

  it("sees while idle that the cable is pulled and put back", async () => {
    const device = await opened();
    spooler.be("work-offline");
    await clock.advance(50);
    expect(device.health.reasons).toEqual(["not-connected"]);
    spooler.be(undefined);
    await clock.advance(50);
    expect(device.health.level).toBe("ok");
  });

  it("calls a job vanished that left before anybody saw it printing", async () => {
    spooler.looksToPrint = 1;
    const device = await opened();
    expect(await fate(device)).toBe("PRINTER_JOB_VANISHED");
  });

  it("calls a job cancelled that was seen being deleted", async () => {
    const device = await opened();
    const pending = fate(device, () => spooler.markDeleting());
    await expect.poll(() => spooler.queued).toBe(1);
    await clock.advance(50);
    spooler.deleteAll();
    await clock.advance(50);
    expect(await pending).toBe("PRINTER_CANCELLED");
  });

  it("believes a job that the queue keeps and calls printed, and warns of the keeping", async () => {
    spooler.keepsDocuments = true;
    const device = await opened();
    expect(device.about.words).toEqual(["keeps printed documents: switch that off"]);
    expect(await afterwards(fate(device))).toBe("printed");
  });

  it("waits for a person to refill, and prints then", async () => {
    const device = await opened();
    const pending = fate(device, () => spooler.be("paper-out"));
    await expect.poll(() => spooler.queued).toBe(1);
    await clock.advance(1_000);
    expect(device.health.reasons).toEqual(["cards-empty"]);
    spooler.be(undefined);
    expect(await afterwards(pending)).toBe("printed");
  });

  it("gives a job up that nobody refills, and takes it out of the queue", async () => {
    const device = await opened({ jobWithinMs: 1_000 });
    let reference = "";
    const pending = fate(device, (given) => {
      reference = given;
      spooler.be("paper-out");
    });
    expect(await afterwards(pending)).toBe("PRINTER_CARDS_EMPTY");
    expect(spooler.queued).toBe(0);
    expect(await device.capability("card-printer.jobs")!.outcome(reference, never)).toBe("aborted");
  });

  it("outlives a restart of the spooler in the middle of a job", async () => {
    const device = await opened();
    const pending = fate(device, () => spooler.be("stopped"));
    await expect.poll(() => spooler.queued).toBe(1);
    await clock.advance(100);
    expect(device.health.reasons).toEqual(["not-responding"]);
    spooler.be(undefined);
    expect(await afterwards(pending)).toBe("printed");
  });

  it("does not take another document with the same number for its own", async () => {
    const id = spooler.add("somebody else's");
    const device = await opened();
    expect(await device.capability("card-printer.jobs")!.outcome(`${id}:ours`, never)).toBe("vanished");
  });

  it("sends raw bytes as they are", async () => {
    const device = await opened();
    const bytes = new Uint8Array([0, 27, 255]);
    const sent = device
      .capability("raw-printer")!
      .send(bytes, never)
      .then(() => "sent");
    expect(await afterwards(sent)).toBe("sent");
    expect(spooler.tray).toEqual([bytes]);
  });
});

describe("printer-windows with a viewer", () => {
  const pdf = async () => ({ ...(await testSheet({ pages: 1 })), jobName: "job 7 & 100%" });

  async function rig(options: Record<string, unknown> = {}, how = "print") {
    const drop = temporaryFolder();
    const folder = temporaryFolder();
    const spooler = new DropSpooler(drop);
    const device = windowsPrinter(spooler, { ...viewerOptions(drop, how), ...options }, { folder });
    const documents = path.join(folder, "documents");
    const print = async () =>
      device
        .capability("sheet-printer")!
        .print(await pdf(), silence, never)
        .then(
          () => "printed",
          (error: { code: string }) => error.code,
        );
    return { device, spooler, documents, print };
  }

  it("says that a sheet printer needs one", async () => {
    const { device } = await rig({ viewer: "" });
    await expect(device.open(never)).rejects.toMatchObject({
      code: "DEVICE_DRIVER_MISSING",
      details: { reason: "viewer-not-configured" },
    });
    expect(device.health.reasons).toEqual(["driver-missing"]);
  });

  it("says that the program is not there", async () => {
    const { device } = await rig({ viewer: "/nowhere/viewer.exe" });
    await expect(device.open(never)).rejects.toMatchObject({ details: { reason: "viewer-missing" } });
  });

  it("hands over a printer's name with spaces, quotes, & and % as one argument, and keeps no document", async () => {
    const { device, spooler, documents, print } = await rig();
    await device.open(never);
    expect(await print()).toBe("printed");
    expect(spooler.printerAsked).toBe('Kartu & "100%"');
    expect(readdirSync(documents)).toEqual([]);
  });

  it("wipes what a stopped daemon left behind", async () => {
    const { device, documents } = await rig();
    mkdirSync(documents);
    writeFileSync(path.join(documents, "old.pdf"), "x");
    await device.open(never);
    expect(existsSync(documents)).toBe(false);
  });

  it("does not claim that no ink was used when the viewer fails, prints nothing, or hangs", async () => {
    const failing = await rig({}, "fail");
    await failing.device.open(never);
    const hanging = await rig({ viewerWithinMs: 1_000 }, "hang");
    await hanging.device.open(never);
    const mute = await rig({}, "nothing");
    await mute.device.open(never);
    expect(await Promise.all([failing.print(), hanging.print(), mute.print()])).toEqual([
      "PRINTER_ABORTED",
      "PRINTER_STUCK",
      "PRINTER_JOB_VANISHED",
    ]);
  });
});
