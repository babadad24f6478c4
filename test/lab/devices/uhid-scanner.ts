import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { HID_POS, posReports } from "./hid-reports.ts";

/** Numbers and sizes of linux/uhid.h. The largest event is CREATE2: 4 bytes type, 4376 bytes what follows. */
const EVENT = {
  destroy: 1,
  getReport: 9,
  getReportReply: 10,
  create2: 11,
  input2: 12,
  setReport: 13,
  setReportReply: 14,
} as const;
const EVENT_BYTES = 4_380;
const BUS_USB = 3;
const EIO = 5;
/** The kernel waits five seconds for an answer, and the daemon with it. */
const ANSWER_EVERY_MS = 5;

/** A scanner in HID-POS mode below the kernel's HID layer, without USB below it: hidraw sits on top as ever. */
export class UhidScanner implements AsyncDisposable {
  #file: number | undefined;
  #answering: NodeJS.Timeout | undefined;
  readonly #vendorId: number;
  readonly #productId: number;

  constructor(vendorId: number, productId: number) {
    this.#vendorId = vendorId;
    this.#productId = productId;
  }

  plug(): void {
    const file = openSync("/dev/uhid", constants.O_RDWR | constants.O_NONBLOCK);
    const event = Buffer.alloc(EVENT_BYTES);
    event.writeUInt32LE(EVENT.create2, 0);
    event.write("Lab Scanner (uhid)", 4, "latin1");
    event.write("UHID-1", 4 + 128 + 64, "latin1");
    const at = 4 + 128 + 64 + 64;
    event.writeUInt16LE(HID_POS.length, at);
    event.writeUInt16LE(BUS_USB, at + 2);
    event.writeUInt32LE(this.#vendorId, at + 4);
    event.writeUInt32LE(this.#productId, at + 8);
    HID_POS.copy(event, at + 20);
    writeSync(file, event);
    this.#file = file;
    this.#answering = setInterval(() => this.#answer(file), ANSWER_EVERY_MS).unref();
  }

  unplug(): void {
    const file = this.#file;
    if (file === undefined) return;
    clearInterval(this.#answering);
    this.#file = undefined;
    const event = Buffer.alloc(4);
    event.writeUInt32LE(EVENT.destroy, 0);
    writeSync(file, event);
    closeSync(file);
  }

  scan(text: string): void {
    for (const report of posReports(text)) this.send(report);
  }

  send(report: Uint8Array): void {
    if (this.#file === undefined) throw new Error("this scanner is not plugged in");
    const head = Buffer.alloc(6);
    head.writeUInt32LE(EVENT.input2, 0);
    head.writeUInt16LE(report.length, 4);
    writeSync(this.#file, Buffer.concat([head, report]));
  }

  /** It knows no feature report, and says so. */
  #answer(file: number): void {
    const event = Buffer.alloc(EVENT_BYTES);
    for (;;) {
      try {
        if (readSync(file, event, 0, EVENT_BYTES, null) < 4) return;
      } catch {
        return;
      }
      const kind = event.readUInt32LE(0);
      const id = event.readUInt32LE(4);
      if (kind === EVENT.getReport) writeSync(file, reply(EVENT.getReportReply, id, 12));
      if (kind === EVENT.setReport) writeSync(file, reply(EVENT.setReportReply, id, 10));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.unplug();
  }
}

function reply(kind: number, id: number, size: number): Buffer {
  const event = Buffer.alloc(size);
  event.writeUInt32LE(kind, 0);
  event.writeUInt32LE(id, 4);
  event.writeUInt16LE(EIO, 8);
  return event;
}
