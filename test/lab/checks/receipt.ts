import assert from "node:assert/strict";
import { CallError } from "../../../src/bridge/client/client.ts";
import { UsbPrinter } from "../devices/usb-printer.ts";
import { byItsOwnClock } from "../guest/by-its-own-clock.ts";
import { chapter } from "../guest/chapter.ts";
import { RECEIPT } from "../guest/desk-devices.ts";
import type { Lab } from "../guest/lab.ts";
import { pause, until } from "../guest/until.ts";

const DEVICE = "receipt";
/** usblp and the printer's own buffers hold the first 64 KiB of it. */
const LONG_JOB = Buffer.alloc(200_000, "Titian ");
const INITIALISE = "\x1b@";
const CUT = "\x1dV";
/** The fourth question of DLE EOT; what a well printer answers to each, and one whose roll has ended to this one. */
const ROLL = 4;
const WELL = 0x12;
const NO_PAPER = 0x72;

export class ReceiptStage implements AsyncDisposable {
  readonly printer = new UsbPrinter({
    ...{ name: "receipt", productId: "0e15", serial: "RECEIPT-1", number: 0 },
    deviceId: "MFG:Titian Lab;CMD:ESC/POS;MDL:Receipt;CLS:PRINTER;",
  });
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  get text(): string {
    return this.printer.paper.toString("latin1");
  }

  shows(...reasons: readonly string[]): Promise<true> {
    return this.lab.watcher.untilReasons(DEVICE, reasons);
  }

  printTest(): Promise<unknown> {
    return this.lab.page.call("device.printTest", { device: DEVICE, requestKey: crypto.randomUUID() });
  }

  raw(bytes: Uint8Array, requestKey = crypto.randomUUID()): Promise<unknown> {
    const data = this.lab.page.upload(bytes);
    return this.lab.page.call("printer.raw", { device: DEVICE, requestKey, data });
  }

  /**
   * One whole receipt lies there: begun once, cut once at its end. After a job that broke off, the torn piece is cut
   * away first, which is `cuts` of 2.
   */
  async oneReceipt(cuts: 1 | 2 = 1): Promise<string> {
    this.printer.tearOff();
    await this.printTest();
    await until("the cut", () => this.text.split(CUT).length > cuts);
    await pause(300);
    assert.equal(this.text.split(CUT).length - 1, cuts, "cuts");
    const [begun, ...more] = this.text.slice(cuts === 2 ? this.text.indexOf(CUT) : 0).split(INITIALISE);
    assert.equal(more.length, 1, "receipts begun");
    assert.ok(begun !== undefined);
    return `${this.text.length} bytes, one receipt`;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.printer[Symbol.asyncDispose]();
  }
}

/** Answers DLE EOT as printers of Epson do, only the question about the roll by `roll`; and GS I with a name. */
const answering = (roll: () => number) => (piece: Buffer) => {
  const asked = piece.lastIndexOf(Buffer.from([0x10, 0x04]));
  if (asked >= 0) return Uint8Array.of(piece[asked + 2] === ROLL ? roll() : WELL);
  return piece.includes(Buffer.from([0x1d, 0x49])) ? Buffer.from("_Lab\0") : undefined;
};

/** The code of the error that a page gets. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "no error";
  } catch (error) {
    return error instanceof CallError ? error.code : String(error);
  }
}

export const receipt = chapter<ReceiptStage>({
  name: "receipt printer (USB class 7, /dev/usb/lp0)",
  begin: async (lab) => new ReceiptStage(lab),
  checks: [
    {
      name: "opened by itself once it is plugged in; one that answers nothing is shown as not supervised",
      async run(stage) {
        await stage.shows("not-connected");
        await stage.printer.plug();
        await stage.shows("not-supervised");
        const { usb, view } = await stage.lab.page.call("device.details", { device: DEVICE });
        return `${view.address} ${usb?.serial}`;
      },
    },
    { name: "a receipt comes out once and whole", run: (stage) => stage.oneReceipt() },
    {
      name: "200,000 raw bytes arrive as they are, and the same request key prints nothing again",
      async run(stage) {
        stage.printer.tearOff();
        const key = crypto.randomUUID();
        await stage.raw(LONG_JOB, key);
        await stage.raw(LONG_JOB, key);
        // The PC has handed it over; the printer's own end may still be reading.
        await until("all of the job", () => stage.printer.paper.length >= LONG_JOB.length);
        await pause(300);
        assert.ok(stage.printer.paper.equals(LONG_JOB), `${stage.printer.paper.length} bytes`);
        return "identical, once";
      },
    },
    {
      name: "pulled in the middle of a job: the page is told, nothing is sent again, the next receipt is whole",
      async run(stage) {
        stage.printer.isTaking = false;
        stage.printer.tearOff();
        const job = codeOf(stage.raw(LONG_JOB));
        await pause(700);
        stage.printer.unplug();
        const code = await job;
        assert.equal(code, "DEVICE_NOT_CONNECTED");
        await stage.shows("not-connected");
        stage.printer.isTaking = true;
        await stage.printer.plug();
        await stage.shows("not-supervised");
        await pause(1_500);
        assert.equal(stage.text.includes("Titian Titian"), false, "the broken job was sent again");
        return `${code}; then ${await stage.oneReceipt(2)}`;
      },
    },
    {
      name: "takes no data: the budget ends the job, nothing else waits for it, and it recovers",
      async run(stage) {
        stage.printer.isTaking = false;
        const startMs = performance.now();
        const code = await codeOf(stage.raw(LONG_JOB));
        const tookMs = Math.round(performance.now() - startMs);
        assert.equal(code, "PRINTER_STUCK");
        assert.ok(tookMs < RECEIPT.writeWithinMs * 3, `it took ${tookMs} ms`);
        const seen = stage.lab.watcher.reasons(DEVICE).join("+");
        stage.printer.isTaking = true;
        await pause(1_000);
        await stage.oneReceipt(2);
        return `${code} after ${tookMs} ms, shown as ${seen}; the next receipt is whole`;
      },
    },
    {
      name: "one that answers is supervised: the end of the roll is shown, and that it is in again",
      async run(stage) {
        let roll = WELL;
        stage.printer.answer = answering(() => roll);
        await stage.lab.page.call("device.reopen", { device: DEVICE });
        await byItsOwnClock(() => stage.shows());
        roll = NO_PAPER;
        // An answer that comes later than 300 ms is none to the driver.
        const code = await byItsOwnClock(async () => {
          await stage.shows("paper-empty");
          stage.printer.tearOff();
          return until("a refusal", async () => {
            const refused = await codeOf(stage.printTest());
            return refused === "PRINTER_CARDS_EMPTY" && refused;
          });
        });
        assert.equal(stage.text.includes(CUT), false, "it printed without paper");
        roll = WELL;
        await byItsOwnClock(() => stage.shows());
        return `well, paper-empty (a receipt then: ${code}), well`;
      },
    },
  ],
});
