import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { until } from "../guest/until.ts";
import { UsbGadget } from "./gadget.ts";

const PIECE_BYTES = 8_192;
const LOOK_EVERY_MS = 4;

interface UsbPrinterPlan {
  readonly name: string;
  readonly productId: string;
  readonly serial: string;
  /** `MFG:…;MDL:…;`: what drivers and CUPS know it by. */
  readonly deviceId: string;
  /** Its own end is /dev/g_printer with this number: they are counted as they are made. */
  readonly number: number;
}

/** A printer of USB class 7. Everything it was sent lies in `paper`. */
export class UsbPrinter implements AsyncDisposable {
  readonly #gadget: UsbGadget;
  readonly #ownEnd: string;
  #file: number | undefined;
  #looking: NodeJS.Timeout | undefined;
  #paper: Buffer[] = [];
  /** False: a printer that takes no data. */
  isTaking = true;
  /** What it answers to bytes that came in; most say nothing. */
  answer: (piece: Buffer) => Uint8Array | undefined = () => undefined;

  constructor({ name, productId, serial, deviceId, number }: UsbPrinterPlan) {
    this.#gadget = UsbGadget.create({
      ...{ name, vendorId: "04b8", productId, serial, kind: "printer", product: "Lab Printer" },
      settings: { pnp_string: `${deviceId}\n`, q_len: "10" },
    });
    this.#ownEnd = `/dev/g_printer${number}`;
  }

  get paper(): Buffer {
    return Buffer.concat(this.#paper);
  }

  /** A fresh sheet. */
  tearOff(): void {
    this.#paper = [];
  }

  async plug(): Promise<void> {
    this.#gadget.plug();
    const { O_RDWR, O_NONBLOCK } = constants;
    const file = await until(this.#ownEnd, () => openSync(this.#ownEnd, O_RDWR | O_NONBLOCK));
    this.#file = file;
    this.#looking = setInterval(() => this.#take(file), LOOK_EVERY_MS);
  }

  unplug(): void {
    this.#letGo();
    this.#gadget.unplug();
  }

  #letGo(): void {
    clearInterval(this.#looking);
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #take(file: number): void {
    while (this.isTaking) {
      const piece = read(file);
      if (!piece) return;
      this.#paper.push(piece);
      const answer = this.answer(piece);
      if (answer) writeSync(file, answer);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#letGo();
    this.#gadget.destroy();
  }
}

function read(file: number): Buffer | undefined {
  const piece = Buffer.alloc(PIECE_BYTES);
  try {
    const size = readSync(file, piece, 0, PIECE_BYTES, null);
    return size > 0 ? piece.subarray(0, size) : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return undefined;
    throw error;
  }
}
