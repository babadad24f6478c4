import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { ConfiguredDevice } from "../../../src/devices/index.ts";
import { testCard } from "../../contract/card-printer.contract.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { IppEvePrinter, PAPER_FOR_CARDS } from "../../harness/ippeveprinter.ts";

const quick = { pollMs: 50, watchMs: 50, lostAfterMs: 200 };

describe("printer-ipp with a real IPP Everywhere printer", () => {
  let printer: IppEvePrinter;
  beforeEach(async () => {
    printer = await IppEvePrinter.start();
    return () => printer[Symbol.asyncDispose]();
  });

  async function opened(options: Record<string, unknown> = {}): Promise<ConfiguredDevice> {
    const device = await makeDevice("printer-ipp", {
      uri: printer.uri,
      ...PAPER_FOR_CARDS,
      ...quick,
      ...options,
    });
    await device.open(never);
    return device;
  }
  /** Starts a card and comes back once the printer has it. */
  async function send(device: ConfiguredDevice, card = testCard()) {
    const taken = Promise.withResolvers<string>();
    const done = device.capability("card-printer")!.print(card, taken.resolve, never);
    done.catch(taken.reject);
    return { done, reference: await taken.promise };
  }
  const outcome = (device: ConfiguredDevice, reference: string) =>
    device.capability("card-printer.jobs")!.outcome(reference, never);

  it("names itself as the printer does", async () => {
    expect((await opened()).model).toBe("Titian Uji");
  });

  it("delivers the PDF byte for byte where the printer takes PDF", async () => {
    const device = await opened();
    const card = testCard();
    await (await send(device, card)).done;
    expect(printer.tray.map((bytes) => Buffer.compare(bytes, card.pdf))).toEqual([0]);
  });

  it("delivers the PNG byte for byte where it is asked for", async () => {
    const device = await opened({ format: "image/png" });
    const card = testCard();
    await (await send(device, card)).done;
    expect(printer.tray.map((bytes) => Buffer.compare(bytes, card.png))).toEqual([0]);
  });

  it("makes a JPEG of the same size for a printer that takes nothing else", async () => {
    await printer.switchOff();
    await printer.switchOn("image/jpeg");
    const device = await opened();
    await (await send(device)).done;
    const [jpeg] = printer.tray;
    expect([...jpeg!.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    const { loadImage } = await import("@napi-rs/canvas");
    expect(await loadImage(jpeg!)).toMatchObject({ width: 1016, height: 648 });
  });

  it("refuses, with no ink, where printer and card have no format in common", async () => {
    await printer.switchOff();
    await printer.switchOn("image/urf");
    const device = await opened();
    await expect(send(device)).rejects.toMatchObject({
      code: "PRINTER_REFUSED",
      details: { reason: "format" },
    });
  });

  it.each([
    ["media-empty", "cards-empty"],
    ["cover-open", "cover-open"],
    ["media-jam", "jam"],
    ["toner-empty", "ribbon-empty"],
  ] as const)("shows %s while a card waits, and finishes it once that is mended", async (state, reason) => {
    const device = await opened();
    printer.behave(state);
    const { done, reference } = await send(device);
    await expect.poll(() => device.health.reasons).toEqual([reason]);
    expect(await outcome(device, reference)).toBe("pending");
    expect(printer.tray).toHaveLength(0);
    printer.behave("ok");
    await done;
    expect(printer.tray).toHaveLength(1);
    await expect.poll(() => device.health.level).toBe("ok");
  });

  it("takes a card back that nobody made possible within its budget, and says why", async () => {
    const device = await opened({ jobWithinMs: 1_000 });
    printer.behave("media-empty");
    const { done, reference } = await send(device);
    await expect(done).rejects.toMatchObject({ code: "PRINTER_CARDS_EMPTY" });
    // ippeveprinter says so once its engine has let go.
    printer.behave("ok");
    await expect.poll(() => outcome(device, reference)).toBe("cancelled");
  });

  it("ends a job that stays in print for ever, within its budget", async () => {
    const device = await opened({ jobWithinMs: 1_000 });
    printer.behave("hang");
    const { done } = await send(device);
    await expect(done).rejects.toMatchObject({ code: "PRINTER_STUCK" });
  });

  it("tells a job that the printer gave up", async () => {
    const device = await opened();
    printer.behave("fail");
    const { done, reference } = await send(device);
    await expect(done).rejects.toMatchObject({ code: "PRINTER_ABORTED" });
    expect(await outcome(device, reference)).toBe("aborted");
  });

  it("refuses a second card while one is in print, on either side", async () => {
    const device = await opened();
    const other = await opened();
    printer.behave("slow");
    const first = await send(device);
    const busy = { code: "PRINTER_REFUSED", details: { reason: "busy" } };
    await expect(send(device)).rejects.toMatchObject(busy);
    await expect(send(other)).rejects.toMatchObject(busy);
    await first.done;
    expect(printer.tray).toHaveLength(1);
  });

  it("does not take another's job for its own after the printer was switched off and on", async () => {
    const device = await opened();
    printer.behave("hang");
    const { done, reference } = await send(device);
    await printer.switchOff();
    await expect(done).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    expect(device.health.reasons).toEqual(["not-connected"]);

    printer.behave("ok");
    await printer.switchOn();
    expect(await outcome(device, reference)).toBe("vanished");
    const again = await opened();
    const next = await send(again);
    await next.done;
    expect(next.reference.split(":")[0]).toBe(reference.split(":")[0]);
    expect(await outcome(again, reference)).toBe("vanished");
    expect(await outcome(again, next.reference)).toBe("completed");
  });

  it("ends a card with a code when the printer forgets it in the middle", async () => {
    const device = await opened({ lostAfterMs: 20_000 });
    printer.behave("hang");
    const { done } = await send(device);
    await printer.switchOff();
    await printer.switchOn();
    await expect(done).rejects.toMatchObject({ code: "PRINTER_JOB_VANISHED" });
  });

  it("notices by itself that an idle printer goes and comes", async () => {
    const device = await opened();
    await printer.switchOff();
    await expect.poll(() => device.health.reasons).toEqual(["not-connected"]);
    await printer.switchOn();
    await expect.poll(() => device.health.level).toBe("ok");
  });

  it("says not connected when there is no printer to open", async () => {
    await printer.switchOff();
    const device = await makeDevice("printer-ipp", { uri: printer.uri, ...quick });
    onTestFinished(() => device.close());
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    expect(device.health.reasons).toEqual(["not-connected"]);
  });
});
