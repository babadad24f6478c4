import { beforeEach, describe, expect, it } from "vitest";
import type { ConfiguredDevice } from "../../../src/devices/index.ts";
import { testCard, twoSidedCard } from "../../contract/card-printer.contract.ts";
import { makeDevice, never } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { type Answer, ScriptedPrinter, WELL } from "./scripted-printer.ts";

const silence = () => undefined;
const state = (jobState: number, reasons: string | string[] = "none"): Answer => ({
  job: { "job-id": 4, "job-state": jobState, "job-state-reasons": reasons },
});

describe("printer-ipp with a printer that misbehaves", () => {
  let printer: ScriptedPrinter;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = new ManualClock();
    printer = await ScriptedPrinter.start();
    printer.script = { print: state(3), job: state(5) };
    return () => printer[Symbol.asyncDispose]();
  });

  async function opened(options: Record<string, unknown> = {}): Promise<ConfiguredDevice> {
    const device = await makeDevice("printer-ipp", { uri: printer.uri, ...options }, { clock });
    await device.open(never);
    return device;
  }
  function print(device: ConfiguredDevice, card = testCard()) {
    const references: string[] = [];
    const done = device.capability("card-printer")!.print(card, (one) => references.push(one), never);
    const ended = done.then(
      () => "printed",
      (error: { code: string; details: { reason?: string } }) =>
        [error.code, error.details.reason].filter(Boolean).join(" "),
    );
    return { ended, references };
  }
  /** Lets the clock run until the card's fate is known: real sockets in between. */
  async function fate({ ended }: { ended: Promise<string> }, stepMs = 500): Promise<string> {
    let known: string | undefined;
    void ended.then((result) => {
      known = result;
    });
    const look = (): Promise<string | undefined> => clock.advance(stepMs).then(() => known);
    await expect.poll(look, { interval: 5, timeout: 20_000 }).toBeDefined();
    return ended;
  }

  it("asks for the card's medium and for no scaling, where the printer knows them", async () => {
    const device = await opened();
    printer.script.job = state(9);
    expect(await fate(print(device))).toBe("printed");
    const body = printer.bodies.get("print")!.toString("latin1");
    expect(body).toContain("om_card_54x86mm");
    expect(body).toContain("print-scaling\x00\x04none");
    expect(body).toContain("/printers/Kartu");
    expect(printer.asked).toEqual(["printer", "printer", "validate", "print", "job", "printer"]);
  });

  it.each([
    [
      "sizes of which none is a card's",
      ["iso_a4_210x297mm", "na_letter_8.5x11in"],
      "auto",
      "PRINTER_REFUSED page-size",
    ],
    ["a size that somebody has chosen", ["iso_a4_210x297mm"], "iso_a4_210x297mm", "printed"],
    ["sizes that it can be told", ["iso_a4_210x297mm", "custom_min_50x80mm"], "auto", "printed"],
    ["a tray without a size", ["iso_a4_210x297mm", "tray-1"], "auto", "printed"],
    ["nothing", [], "auto", "printed"],
  ])("prints no card in the middle of a sheet: a printer that names %s", async (_, media, chosen, end) => {
    printer.script.printer = { printer: { ...WELL.printer, "media-supported": media } };
    printer.script.job = state(9);
    const device = await opened({ media: chosen });
    expect(await fate(print(device))).toBe(end);
    expect(printer.asked.includes("print")).toBe(end === "printed");
  });

  const canTurn = (...more: string[]): void => {
    printer.script.printer = { printer: { ...WELL.printer, "sides-supported": ["one-sided", ...more] } };
  };
  const sides = "two-sided-short-edge";

  it("gets both sides as two pages of one document where it turns cards over", async () => {
    canTurn(sides);
    const device = await opened({ sides });
    expect(device.capabilities).toContain("card-printer.duplex");
    printer.script.job = state(9);
    const card = twoSidedCard();
    const pdf = Buffer.from(await card.bothSidesPdf!());
    expect(await fate(print(device, { ...card, bothSidesPdf: async () => pdf }))).toBe("printed");
    const body = printer.bodies.get("print")!;
    expect(body.includes(pdf)).toBe(true);
    expect(body.toString("latin1")).toContain(`sides\x00\x14${sides}`);
  });

  it("is told of one side for a card without a back", async () => {
    canTurn(sides);
    const device = await opened({ sides });
    printer.script.job = state(9);
    expect(await fate(print(device))).toBe("printed");
    expect(printer.bodies.get("print")!.toString("latin1")).toContain("sides\x00\x09one-sided");
  });

  it("gets the front alone where nobody has said that it turns cards over", async () => {
    const device = await opened();
    expect(device.mayOffer("card-printer.duplex")).toBe(false);
    printer.script.job = state(9);
    const card = twoSidedCard();
    expect(await fate(print(device, card))).toBe("printed");
    expect(printer.bodies.get("print")!.includes(Buffer.from(card.pdf))).toBe(true);
  });

  it.each([
    ["cannot turn cards over after all", ["application/pdf"], "attributes"],
    ["takes pictures only", ["image/png"], "format"],
  ])("prints nothing of a card with a back where it %s", async (_, formats, reason) => {
    const sidesSupported = reason === "format" ? ["one-sided", sides] : ["one-sided"];
    printer.script.printer = {
      printer: {
        ...WELL.printer,
        "sides-supported": sidesSupported,
        "document-format-supported": formats,
      },
    };
    const device = await opened({ sides });
    expect(await fate(print(device, twoSidedCard()))).toBe(`PRINTER_REFUSED ${reason}`);
    expect(printer.asked).not.toContain("print");
  });

  it.each([
    [{ status: 0x0507 }, "PRINTER_REFUSED busy"],
    [{ status: 0x0506 }, "PRINTER_REFUSED not-accepting"],
    [{ status: 0x040a }, "PRINTER_REFUSED format"],
    [{ status: 0x0403 }, "PRINTER_REFUSED not-permitted"],
    [{ status: 0x0500 }, "PRINTER_ABORTED"],
    [{ status: 0x0504 }, "PRINTER_ABORTED"],
    [{ status: 0x0508 }, "PRINTER_ABORTED"],
    [{}, "DEVICE_BAD_ANSWER"],
  ])("answering a card with %j ends it as %s", async (answer, expected) => {
    const device = await opened();
    printer.script.print = answer;
    const card = print(device);
    expect(await fate(card)).toBe(expected);
    expect(card.references).toEqual([]);
  });

  it("sends no card to a printer whose validation says no, and every card to one that cannot validate", async () => {
    const device = await opened();
    printer.script.validate = { status: 0x040b };
    expect(await fate(print(device))).toBe("PRINTER_REFUSED attributes");
    printer.script.validate = { status: 0x0500 };
    expect(await fate(print(device))).toBe("PRINTER_REFUSED not-accepting");
    expect(printer.asked).not.toContain("print");
    printer.script = { ...printer.script, validate: { status: 0x0501 }, job: state(9) };
    expect(await fate(print(device))).toBe("printed");
  });

  it("cannot say anything about ink when the answer to a card never comes", async () => {
    const device = await opened();
    printer.script.print = silence;
    expect(await fate(print(device))).toBe("PRINTER_STUCK");
  });

  it("cannot say anything about ink when the line breaks over a card", async () => {
    const device = await opened();
    printer.script.print = (response) => void response.socket?.destroy();
    expect(await fate(print(device))).toBe("DEVICE_NOT_CONNECTED");
  });

  it("refuses a card, with no ink, when the printer is silent before it is sent", async () => {
    const device = await opened();
    printer.script.printer = silence;
    expect(await fate(print(device))).toBe("PRINTER_REFUSED not-responding");
    expect(device.health.reasons).toEqual(["not-responding"]);
  });

  it("gives a printer up over a card that answers nothing any more, and says that it is there but silent", async () => {
    const device = await opened({ jobWithinMs: 3_600_000 });
    printer.script.job = silence;
    expect(await fate(print(device))).toBe("PRINTER_STUCK");
    expect(device.health.reasons).toEqual(["not-responding"]);
    printer.script.printer = WELL;
    await expect.poll(() => clock.advance(500).then(() => device.health.level)).toBe("ok");
  });

  it("rides over a short silence in the middle of a card", async () => {
    const device = await opened();
    let isFirst = true;
    printer.script.job = (response) => {
      if (!isFirst) return state(9);
      isFirst = false;
      response.socket?.destroy();
      return undefined;
    };
    expect(await fate(print(device))).toBe("printed");
    expect(device.health.level).toBe("ok");
  });

  it.each([
    [state(7, "job-canceled-by-user"), "none", "PRINTER_CANCELLED"],
    [state(7, "processing-to-stop-point"), "none", "PRINTER_ABORTED"],
    [state(7, "processing-to-stop-point"), "media-jam-error", "PRINTER_JAM"],
    [state(8, "aborted-by-system"), "marker-supply-empty-error", "PRINTER_RIBBON_EMPTY"],
    [state(9), "media-jam-error", "PRINTER_JAM"],
    [state(9), "cover-open-error", "PRINTER_COVER_OPEN"],
    [state(9), "media-empty-error", "printed"],
    [{ status: 0x0406 }, "none", "PRINTER_JOB_VANISHED"],
  ])("a job in %j by a printer that says %s is %s", async (job, reasons, expected) => {
    const device = await opened();
    printer.script.job = () => {
      printer.script.printer = { printer: { ...WELL.printer, "printer-state-reasons": reasons } };
      return job;
    };
    expect(await fate(print(device))).toBe(expected);
  });

  it("waits a moment for a server that stops a job to say that a person cancelled it", async () => {
    const device = await opened();
    let looks = 0;
    printer.script.job = () => state(7, looks++ < 1 ? "processing-to-stop-point" : "job-canceled-by-user");
    expect(await fate(print(device))).toBe("PRINTER_CANCELLED");
  });

  it.each(["other-error", "input-manual-input-request"])(
    "refuses a card, with no ink, while the printer asks for a person by %s",
    async (keyword) => {
      const device = await opened();
      printer.script.printer = { printer: { ...WELL.printer, "printer-state-reasons": keyword } };
      expect(await fate(print(device))).toBe("PRINTER_REFUSED needs-attention");
      expect(printer.asked).not.toContain("print");
    },
  );

  it("waits for a person in the middle of a card, and prints once that is done", async () => {
    const device = await opened();
    printer.script.job = () => {
      printer.script.printer = { printer: { ...WELL.printer, "printer-state-reasons": "other-error" } };
      return state(6, "printer-stopped");
    };
    const card = print(device);
    const shown = () => clock.advance(500).then(() => device.health.reasons);
    await expect.poll(shown, { interval: 5 }).toEqual(["needs-attention"]);
    printer.script = { ...printer.script, printer: WELL, job: state(9) };
    expect(await fate(card)).toBe("printed");
    expect(device.health.level).toBe("ok");
  });

  it("does not take a stranger's finished job for its card because a restarted printer gave it the same number", async () => {
    const device = await opened();
    printer.script.job = { job: { "job-id": 4, "job-name": "somebody else's", "job-state": 9 } };
    expect(await fate(print(device))).toBe("PRINTER_JOB_VANISHED");
  });

  it("takes the card out of a queue whose printer was pulled, so that it does not come out tomorrow", async () => {
    const device = await opened({ jobWithinMs: 3_600_000 });
    printer.script.job = () => {
      printer.script.printer = { printer: { ...WELL.printer, "printer-state-reasons": "offline-report" } };
      return state(5);
    };
    expect(await fate(print(device))).toBe("DEVICE_NOT_CONNECTED");
    expect(printer.asked.at(-1)).toBe("cancel");
    expect(device.health.reasons).toEqual(["not-connected"]);
  });

  it.each([
    ["a web page", (response: { end(text: string): void }) => void response.end("<html>")],
    ["nothing", (response: { end(): void }) => void response.end()],
    ["two megabytes", (response: { end(bytes: Buffer): void }) => void response.end(Buffer.alloc(2_000_000))],
  ])("is not fooled by something that answers with %s", async (_name, answer) => {
    printer.script.printer = answer as never;
    const device = await makeDevice("printer-ipp", { uri: printer.uri }, { clock });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_BAD_ANSWER" });
    expect(device.health.level).toBe("down");
  });

  it("says that a printer wants a password", async () => {
    printer.script.printer = (response) => void response.writeHead(401).end();
    const device = await makeDevice("printer-ipp", { uri: printer.uri }, { clock });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_PERMITTED" });
  });

  it("is away with the queue's own word for it when the queue does not exist", async () => {
    printer.script.printer = { status: 0x0406 };
    const device = await makeDevice("printer-ipp", { uri: printer.uri }, { clock });
    await expect(device.open(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });

  it("keeps no timer and no socket once it is closed", async () => {
    const device = await opened();
    const card = print(device);
    await expect.poll(() => card.references.length).toBe(1);
    await device.close();
    expect(await card.ended).toBe("DEVICE_NOT_CONNECTED");
    expect(clock.sleepers).toBe(0);
  });
});
