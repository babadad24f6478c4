import { beforeEach, describe, expect, it } from "vitest";
import type { ConfiguredDevice, UsbDevice } from "../../../src/devices/index.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { A4_POINTS, F4_POINTS, testSheet } from "../../contract/sheet-printer.contract.ts";
import { IppEvePrinter } from "../../harness/ippeveprinter.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { ScriptedPrinter, WELL } from "./scripted-printer.ts";

describe("printer-ipp with sheets on a real IPP Everywhere printer", () => {
  let printer: IppEvePrinter;
  beforeEach(async () => {
    printer = await IppEvePrinter.start();
    return () => printer[Symbol.asyncDispose]();
  });
  async function opened(options = {}): Promise<ConfiguredDevice> {
    const quick = { uri: printer.uri, prints: "sheet", pollMs: 50, watchMs: 50, lostAfterMs: 200 };
    const device = await makeDevice("printer-ipp", { ...quick, ...options });
    await device.open(never);
    return device;
  }

  it("offers what it is configured for, and nothing of the other kind", async () => {
    const sheets = await opened();
    expect(sheets.capabilities).toEqual(["sheet-printer", "sheet-printer.jobs", "supplies"]);
    expect(sheets.mayOffer("card-printer")).toBe(false);
    const cards = await opened({ prints: "card" });
    expect(cards.capabilities).toEqual(["card-printer", "card-printer.jobs", "supplies"]);
    expect(cards.mayOffer("sheet-printer")).toBe(false);
  });

  it("delivers every page byte for byte", async () => {
    const device = await opened();
    const sheet = await testSheet({ pages: 5 });
    await device.capability("sheet-printer")!.print(sheet, () => undefined, never);
    expect(printer.tray.map((bytes) => Buffer.compare(bytes, sheet.pdf))).toEqual([0]);
  });

  it("shows what it has left, and no waste box", async () => {
    const device = await opened();
    expect(await device.capability("supplies")!.levels(never)).toEqual([
      { kind: "ink", name: "Black Toner", left: undefined, percent: 75, isLow: false },
    ]);
    expect(device.about).toMatchObject({ address: printer.uri, words: [] });
  });

  it.each([
    ["media-empty", "paper-empty", "PRINTER_CARDS_EMPTY"],
    ["toner-empty", "ink-empty", "PRINTER_INK_EMPTY"],
  ] as const)(
    "under %s shows %s, and after its budget takes the job back with %s",
    async (state, reason, code) => {
      const device = await opened({ jobWithinMs: 1_000 });
      printer.behave(state);
      const sheet = await testSheet({ pages: 1 });
      const done = device.capability("sheet-printer")!.print(sheet, () => undefined, never);
      const refused = expect(done).rejects.toMatchObject({ code });
      await expect.poll(() => device.health.reasons).toEqual([reason]);
      await refused;
      printer.behave("ok");
    },
  );
});

describe("printer-ipp with sheets on a printer that is scripted", () => {
  let printer: ScriptedPrinter;
  beforeEach(async () => {
    printer = await ScriptedPrinter.start();
    printer.script = { print: { job: { "job-id": 4 } }, job: { job: { "job-id": 4, "job-state": 9 } } };
    return () => printer[Symbol.asyncDispose]();
  });
  const say = (attributes: Record<string, string | string[] | number>): void => {
    printer.script.printer = { printer: { ...WELL.printer, ...attributes } };
  };
  async function opened(
    options = {},
    usb: readonly UsbDevice[] = [],
    clock = new ManualClock(),
  ): Promise<ConfiguredDevice> {
    const surroundings = { clock, usb: { list: async () => usb } };
    const device = await makeDevice(
      "printer-ipp",
      { uri: printer.uri, prints: "sheet", ...options },
      surroundings,
    );
    await device.open(never);
    return device;
  }
  const print = async (device: ConfiguredDevice, size = A4_POINTS) =>
    device.capability("sheet-printer")!.print(await testSheet({ size }), () => undefined, never);
  const asked = (): string => printer.bodies.get("print")!.toString("latin1").split("%PDF")[0]!;

  it.each([
    ["auto", A4_POINTS, ["iso_a4_210x297mm"], "iso_a4_210x297mm"],
    ["auto", [A4_POINTS[1], A4_POINTS[0]], ["na_letter_8.5x11in", "iso_a4_210x297mm"], "iso_a4_210x297mm"],
    ["auto", F4_POINTS, ["om_folio_210x330mm", "na_foolscap_8.5x13in"], "na_foolscap_8.5x13in"],
    ["auto", F4_POINTS, ["custom_f4_215x330mm"], "custom_f4_215x330mm"],
    ["F4", F4_POINTS, [], "na_foolscap_8.5x13in"],
    ["A4", A4_POINTS, ["iso_a4_210x297mm"], "iso_a4_210x297mm"],
    ["om_folio_210x330mm", A4_POINTS, [], "om_folio_210x330mm"],
  ] as const)("media %s, pages of %j, a printer with %j: %s", async (media, size, offered, expected) => {
    say({ "media-supported": [...offered, "iso_a6_105x148mm"] });
    const device = await opened({ media });
    await print(device, [...size]);
    expect(asked()).toContain(`media\x00${String.fromCharCode(expected.length)}${expected}`);
    expect(asked()).toContain("print-scaling\x00\x04none");
  });

  it("leaves the paper to the printer where it knows none of that size", async () => {
    say({ "media-supported": ["iso_a6_105x148mm"] });
    await print(await opened());
    expect(asked()).not.toContain("\x05media\x00");
  });

  it.each([
    ["one-sided", ["one-sided"], "one-sided"],
    ["two-sided-long-edge", ["one-sided", "two-sided-long-edge"], "two-sided-long-edge"],
    ["two-sided-short-edge", ["one-sided", "two-sided-short-edge"], "two-sided-short-edge"],
  ])("asks for %s of a printer that can", async (sides, offered, expected) => {
    say({ "sides-supported": offered });
    await print(await opened({ sides }));
    expect(asked()).toContain(`sides\x00${String.fromCharCode(expected.length)}${expected}`);
  });

  it("prints nothing on two sides with a printer that cannot turn paper", async () => {
    say({ "sides-supported": ["one-sided"] });
    const device = await opened({ sides: "two-sided-long-edge" });
    await expect(print(device)).rejects.toMatchObject({
      code: "PRINTER_REFUSED",
      details: { reason: "attributes" },
    });
    expect(printer.asked).not.toContain("print");
  });

  it("refuses what is no PDF, and a printer that takes none", async () => {
    const format = { code: "PRINTER_REFUSED", details: { reason: "format" } };
    const device = await opened();
    const text = { jobName: "a", pdf: Buffer.from("hello") };
    await expect(
      device.capability("sheet-printer")!.print(text, () => undefined, never),
    ).rejects.toMatchObject(format);
    say({ "document-format-supported": ["image/urf"] });
    await expect(print(device)).rejects.toMatchObject(format);
    expect(printer.asked).not.toContain("print");
  });

  it("refuses a job while the printer asks for a person, and shows the words that it does not know", async () => {
    say({ "printer-state-reasons": ["other-error", "com.example-glitter"] });
    const device = await opened();
    expect(device.health.reasons).toEqual(["needs-attention"]);
    expect(device.about.words).toEqual(["com.example-glitter"]);
    await expect(print(device)).rejects.toMatchObject({ details: { reason: "needs-attention" } });
  });

  it("knows its firmware, its serial number and the USB device behind its queue", async () => {
    const usb: UsbDevice = {
      ...{ vendorId: "04b8", productId: "1142", serial: "X1", port: "1-2", manufacturer: "EPSON" },
      ...{ product: "L3110", classes: [0x07], nodes: [] },
    };
    say({
      "printer-firmware-string-version": "3.1",
      "device-uri": "usb://EPSON/L3110?serial=X1&interface=1",
    });
    expect((await opened({}, [usb])).about).toEqual({
      ...{ address: printer.uri, firmware: "3.1", serial: "X1", usb, words: [] },
    });
    expect((await opened({}, [{ ...usb, serial: "X2" }])).about).toEqual({
      ...{ address: printer.uri, firmware: "3.1", words: [] },
    });
  });

  it("gives each further page a minute more before it takes a document back", async () => {
    printer.script.job = { job: { "job-id": 4, "job-state": 5 } };
    const clock = new ManualClock();
    const device = await opened({ jobWithinMs: 10_000, pollMs: 1_000 }, [], clock);
    const sheet = await testSheet({ pages: 3 });
    let end: unknown;
    const taken = Promise.withResolvers<string>();
    device
      .capability("sheet-printer")!
      .print(sheet, taken.resolve, never)
      .catch((error: { code: string }) => {
        end = error.code;
      });
    await taken.promise;
    const startMs = clock.monotonicMs();
    const look = () => clock.advance(1_000).then(() => end);
    await expect.poll(look, { interval: 1, timeout: 20_000 }).toBe("PRINTER_STUCK");
    expect(clock.monotonicMs() - startMs).toBeGreaterThanOrEqual(130_000);
    expect(clock.monotonicMs() - startMs).toBeLessThan(160_000);
    expect(printer.asked).toContain("cancel");
  });

  it("has a gauge as soon as the queue knows a level", async () => {
    const device = await opened({ watchMs: 1_000 });
    expect(device.capability("supplies")).toBeUndefined();
    say({ "marker-names": "Ink", "marker-levels": 40, "marker-low-levels": 50 });
    await print(device);
    expect(await device.capability("supplies")!.levels(never)).toMatchObject([{ percent: 40, isLow: true }]);
  });

  it("has no gauge where every level is unknown", async () => {
    say({ "marker-names": "Ink", "marker-levels": -3 });
    expect((await opened()).capability("supplies")).toBeUndefined();
  });
});
