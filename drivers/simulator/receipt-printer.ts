import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import {
  type DriverSurroundings,
  type HealthReason,
  type ReceiptLine,
  untilAborted,
} from "../../src/devices/index.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import { encodeReceipt } from "../escpos/encode-receipt.ts";
import { readEscPos } from "../escpos/read-escpos.ts";
import { drawReceipt } from "./draw-receipt.ts";
import { Tray } from "./output-tray.ts";
import { RECEIPT_PRINTER_REASONS, type ReceiptPrinterFault } from "./receipt-printer-faults.ts";
import { SimulatedDevice } from "./simulated-device.ts";

interface Options {
  readonly columns: number;
  readonly printMs: number;
}

const TROUBLE: Partial<Record<HealthReason, ErrorCode>> = {
  "not-connected": "DEVICE_NOT_CONNECTED",
  "paper-empty": "PRINTER_CARDS_EMPTY",
  "cover-open": "PRINTER_COVER_OPEN",
};

/** Keeps the bytes of every receipt, and draws what they would have put on paper. */
class SimulatedReceiptPrinter extends SimulatedDevice<ReceiptPrinterFault> {
  readonly model = "Simulated receipt printer";
  readonly #folder: string;
  readonly #options: Options;
  readonly #tray = new Tray();
  /** One roll, one receipt at a time. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(surroundings: DriverSurroundings<Options>) {
    super(surroundings, RECEIPT_PRINTER_REASONS);
    this.#folder = surroundings.folder;
    this.#options = surroundings.options;
  }

  protected readonly skills = {
    "receipt-printer": {
      print: (lines: readonly ReceiptLine[], signal: AbortSignal) => this.#print(lines, signal),
    },
    "simulation.tray": this.#tray,
  };

  #print(lines: readonly ReceiptLine[], signal: AbortSignal): Promise<void> {
    const turn = this.#queue.then(() => this.#printNow(lines, signal));
    this.#queue = turn.catch(() => undefined);
    return untilAborted(turn, signal);
  }

  async #printNow(lines: readonly ReceiptLine[], signal: AbortSignal): Promise<void> {
    this.#refuseUnlessReady();
    const bytes = encodeReceipt(lines, { columns: this.#options.columns });
    await this.work(this.#options.printMs, signal);
    this.#refuseUnlessReady();
    const picture = await drawReceipt(readEscPos(bytes), this.#options.columns);
    const file = path.join(this.#folder, `receipt-${randomUUID()}`);
    await writeFile(`${file}.bin`, bytes);
    await writeFile(`${file}.png`, picture);
    this.#tray.put(`${file}.png`);
  }

  #refuseUnlessReady(): void {
    const code = this.health.reasons.map((reason) => TROUBLE[reason]).find((known) => known !== undefined);
    if (code) throw new TitianError(code, { details: { device: this.id } });
  }
}

export default (surroundings: DriverSurroundings<Options>): SimulatedReceiptPrinter =>
  new SimulatedReceiptPrinter(surroundings);
