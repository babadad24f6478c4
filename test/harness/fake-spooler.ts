import { JOB } from "../../drivers/winspool/job-status.ts";
import { ATTRIBUTE } from "../../drivers/winspool/printer-status.ts";
import type { Spooler, SpoolerJob, SpoolerPrinter } from "../../drivers/winspool/spooler.ts";
import { fromWin32 } from "../../drivers/winspool/win32-errors.ts";
import { TitianError } from "../../src/kernel/errors.ts";

export type SpoolerFault =
  | "offline"
  | "work-offline"
  | "paper-out"
  | "door-open"
  | "no-such-printer"
  | "stopped"
  | "access-denied"
  | "silent";

const STATUS: Partial<Record<SpoolerFault, number>> = {
  offline: 0x80,
  "paper-out": 0x10,
  "door-open": 0x400000,
};
const WIN32: Partial<Record<SpoolerFault, number>> = { stopped: 1722, "access-denied": 5 };

interface Queued {
  readonly id: number;
  readonly documentName: string;
  readonly bytes: Uint8Array;
  looks: number;
  status: number;
}

/**
 * A spooler in memory with one queue. As on Windows, a job that is printed is forgotten at once and was never called
 * printed, unless documents are kept. Time passes by being looked at: spooling, printing, printing, gone.
 */
export class FakeSpooler implements Spooler {
  readonly name: string;
  /** What came out, oldest first. */
  readonly tray: Uint8Array[] = [];
  keepsDocuments = false;
  portName = "USB001";
  /** Looks at a job before it is printed. */
  looksToPrint = 3;
  #fault: SpoolerFault | undefined;
  #nextId = 1;
  readonly #queue: Queued[] = [];

  constructor(name = 'Kartu & "100%"') {
    this.name = name;
  }

  be(fault: SpoolerFault | undefined): void {
    this.#fault = fault;
  }

  /** As somebody does in the queue's window. */
  deleteAll(): void {
    this.#queue.length = 0;
  }

  /** A document that is on its way out of the queue, seen for a moment as such. */
  markDeleting(): void {
    for (const job of this.#queue) job.status = JOB.deleting | JOB.printing;
  }

  add(documentName: string, bytes: Uint8Array = new Uint8Array([1])): number {
    const id = this.#nextId++;
    this.#queue.push({ id, documentName, bytes, looks: 0, status: JOB.spooling });
    return id;
  }

  get queued(): number {
    return this.#queue.filter(({ status }) => (status & JOB.printed) === 0).length;
  }

  async printers(signal: AbortSignal): Promise<readonly SpoolerPrinter[]> {
    await this.#answer(signal);
    return [this.#printer()];
  }

  async printer(name: string, signal: AbortSignal): Promise<SpoolerPrinter | undefined> {
    await this.#answer(signal);
    return name === this.name && this.#fault !== "no-such-printer" ? this.#printer() : undefined;
  }

  async sendRaw(
    printer: string,
    documentName: string,
    bytes: Uint8Array,
    signal: AbortSignal,
  ): Promise<number> {
    await this.#answer(signal);
    if (printer !== this.name) throw fromWin32(1801, "OpenPrinter");
    return this.add(documentName, bytes);
  }

  async job(_: string, id: number, signal: AbortSignal): Promise<SpoolerJob | undefined> {
    await this.#answer(signal);
    const job = this.#queue.find((queued) => queued.id === id);
    if (job) this.#pass(job);
    return this.#queue.filter((queued) => queued.id === id).map(toJob)[0];
  }

  async jobs(_: string, signal: AbortSignal): Promise<readonly SpoolerJob[]> {
    await this.#answer(signal);
    return this.#queue.map(toJob);
  }

  async cancel(_: string, id: number, signal: AbortSignal): Promise<void> {
    await this.#answer(signal);
    this.#remove(id);
  }

  async #answer(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const win32 = this.#fault && WIN32[this.#fault];
    if (win32) throw fromWin32(win32, "OpenPrinter");
    // As the real one does when its budget is over.
    if (this.#fault === "silent") throw new TitianError("DEVICE_TIMEOUT");
  }

  #printer(): SpoolerPrinter {
    const isOffline = this.#fault === "work-offline" ? ATTRIBUTE.workOffline : 0;
    return {
      name: this.name,
      driverName: "Fake Card Printer",
      portName: this.portName,
      status: (this.#fault && STATUS[this.#fault]) ?? 0,
      attributes: isOffline | (this.keepsDocuments ? ATTRIBUTE.keepPrintedJobs : 0),
      jobCount: this.#queue.length,
    };
  }

  #pass(job: Queued): void {
    if ((job.status & (JOB.deleting | JOB.printed)) !== 0) return;
    if (this.#fault) return;
    job.looks += 1;
    job.status = job.looks > 1 ? JOB.printing : JOB.spooling;
    if (job.looks < this.looksToPrint) return;
    this.tray.push(job.bytes);
    if (this.keepsDocuments) job.status = JOB.printed | JOB.retained;
    else this.#remove(job.id);
  }

  #remove(id: number): void {
    const at = this.#queue.findIndex((job) => job.id === id);
    if (at >= 0) this.#queue.splice(at, 1);
  }
}

function toJob({ id, documentName, status }: Queued): SpoolerJob {
  return { id, documentName, status, pagesPrinted: 0 };
}
