import assert from "node:assert/strict";
import { UsbPrinter } from "../devices/usb-printer.ts";
import { chapter } from "../guest/chapter.ts";
import type { Lab } from "../guest/lab.ts";
import { pause, until } from "../guest/until.ts";

const DEVICE = "cards";

/** CUPS knows the printer by maker, model and serial number, and looks for it at each job. */
export const QUEUE_URI = "usb://Titian%20Lab/Card?serial=CARD-1";

/** A card as PDF or PNG begins and ends like this. */
const BEGINS = ["%PDF-", "\x89PNG"];
const ENDS = ["%%EOF", "IEND"];

class Stage implements AsyncDisposable {
  /** Another USB printer of the desk, made first: it is number 0. */
  readonly neighbour = new UsbPrinter({
    ...{ name: "neighbour", productId: "0e15", serial: "RECEIPT-1", number: 0 },
    deviceId: "MFG:Titian Lab;CMD:ESC/POS;MDL:Receipt;CLS:PRINTER;",
  });
  readonly printer = new UsbPrinter({
    ...{ name: "cards", productId: "0e16", serial: "CARD-1", number: 1 },
    deviceId: "MFG:Titian Lab;CMD:PDF;MDL:Card;CLS:PRINTER;",
  });
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  print(): Promise<{ readonly tookMs: number }> {
    return this.lab.page.call("device.printTest", { device: DEVICE, requestKey: crypto.randomUUID() });
  }

  /** Cards begun and cards finished on what the printer was sent. */
  get cards(): readonly [begun: number, finished: number] {
    const text = this.printer.paper.toString("latin1");
    const count = (signs: readonly string[]): number =>
      signs.reduce((sum, sign) => sum + text.split(sign).length - 1, 0);
    return [count(BEGINS), count(ENDS)];
  }

  /** CUPS has handed it over; the printer's own end may still be reading. Then a moment in which a second one would show. */
  async untilACard(): Promise<void> {
    await until("a whole card", () => this.cards[1] > 0);
    await pause(1_000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.printer[Symbol.asyncDispose]();
    await this.neighbour[Symbol.asyncDispose]();
  }
}

export const cards = chapter<Stage>({
  name: "card printer (cupsd, usb backend, USB class 7)",
  begin: async (lab) => new Stage(lab),
  checks: [
    {
      name: "a test card goes through CUPS to the printer once, and is reported out",
      async run(stage) {
        await stage.printer.plug();
        await until("the queue is there", async () => {
          const { devices } = await stage.lab.page.call("device.list", {});
          return devices.some(({ device, health }) => device === DEVICE && health.level !== "down");
        });
        const { tookMs } = await stage.print();
        await stage.untilACard();
        assert.deepEqual(stage.cards, [1, 1]);
        return `${stage.printer.paper.length} bytes, out after ${tookMs} ms`;
      },
    },
    {
      name: "pulled before the job: it waits, prints once when the printer is back, and only then is reported out",
      async run(stage) {
        stage.printer.tearOff();
        stage.printer.unplug();
        let isOut = false;
        const job = stage.print().then((answer) => {
          isOut = true;
          return answer;
        });
        job.catch(() => undefined);
        await pause(6_000);
        assert.equal(isOut, false, "reported out without a printer");
        const seen = stage.lab.watcher.reasons(DEVICE).join("+") || "ok";
        await stage.printer.plug();
        const { tookMs } = await job;
        await stage.untilACard();
        assert.deepEqual(stage.cards, [1, 1]);
        return `shown meanwhile: ${seen}; out after ${tookMs} ms, one card`;
      },
    },
    {
      name: "takes no data for five seconds in the middle of a card: the card is finished, once",
      async run(stage) {
        stage.printer.tearOff();
        stage.printer.isTaking = false;
        let isOut = false;
        const job = stage.print().then(() => {
          isOut = true;
        });
        job.catch(() => undefined);
        await pause(5_000);
        const early = isOut;
        stage.printer.isTaking = true;
        await job;
        await stage.untilACard();
        assert.deepEqual(stage.cards, [1, 1]);
        return early
          ? "small enough for the cable: CUPS had handed it over"
          : "out only after it took the rest";
      },
    },
    {
      name: "CUPS asks a receipt printer for its name too: it may be gone for a moment, and comes back by itself",
      async run(stage) {
        const { lab, neighbour, printer } = stage;
        await neighbour.plug();
        await lab.watcher.untilReasons("receipt", ["not-supervised"]);
        const before = lab.watcher.changes("receipt").length;
        printer.tearOff();
        await stage.print();
        await pause(1_000);
        await lab.watcher.untilReasons("receipt", ["not-supervised"]);
        const told = lab.watcher.changes("receipt").slice(before);
        neighbour.tearOff();
        await lab.page.call("device.printTest", { device: "receipt", requestKey: crypto.randomUUID() });
        await until("a receipt", () => neighbour.paper.includes("\x1dV"));
        return `pages were told: ${told.join(", ") || "nothing"}; then a receipt`;
      },
    },
  ],
});
