import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { NativeCalls } from "./native-calls.ts";
import { readStructs } from "./read-structs.ts";
import type { Spooler, SpoolerJob, SpoolerPrinter } from "./spooler.ts";
import { fromWin32, WIN32 } from "./win32-errors.ts";
import type { JobInfo1, PrinterInfo2, WinspoolLibrary } from "./winspool-library.ts";
import { writeDocument } from "./write-document.ts";

const ASK_WITHIN_MS = 10_000;
/** A queue that prints directly takes the bytes as fast as its printer does. */
const SEND_WITHIN_MS = 60_000;

/** winspool.h: PRINTER_ENUM_LOCAL and PRINTER_ENUM_CONNECTIONS, the user's own network printers. */
const LOCAL_AND_CONNECTED = 0x2 | 0x4;
/** JOB_CONTROL_DELETE */
const DELETE = 5;
/** More jobs than this in one queue are not looked at. */
const MAX_JOBS = 1_000;

/** An open printer, as winspool names it. */
export type PrinterHandle = unknown;

/** The spooler behind winspool.drv. */
export class KoffiSpooler implements Spooler {
  readonly #library: WinspoolLibrary;
  readonly #calls: NativeCalls;

  constructor(library: WinspoolLibrary, clock: Clock) {
    this.#library = library;
    this.#calls = new NativeCalls(clock, library.GetLastError);
  }

  printers(signal: AbortSignal): Promise<readonly SpoolerPrinter[]> {
    const { EnumPrintersW, printerInfo2 } = this.#library;
    return this.#calls.run(ASK_WITHIN_MS, signal, async () => {
      const { memory, count } = await readStructs("EnumPrinters", (room, size, needed, returned) =>
        this.#calls.call(EnumPrintersW, LOCAL_AND_CONNECTED, null, 2, room, size, needed, returned),
      );
      return printerInfo2(memory, count).map(toPrinter);
    });
  }

  printer(name: string, signal: AbortSignal): Promise<SpoolerPrinter | undefined> {
    const { GetPrinterW, printerInfo2 } = this.#library;
    return this.#withPrinter(name, ASK_WITHIN_MS, signal, async (handle) => {
      const { memory } = await readStructs("GetPrinter", (room, size, needed) =>
        this.#calls.call(GetPrinterW, handle, 2, room, size, needed),
      );
      return printerInfo2(memory, 1).map(toPrinter)[0];
    }).catch((error: unknown) => {
      if (error instanceof TitianError && error.details["win32"] === WIN32.invalidPrinterName)
        return undefined;
      throw error;
    });
  }

  sendRaw(printer: string, documentName: string, bytes: Uint8Array, signal: AbortSignal): Promise<number> {
    return this.#withPrinter(printer, SEND_WITHIN_MS, signal, (handle, sending) =>
      writeDocument(this.#library, this.#calls, handle, { documentName, bytes }, sending),
    );
  }

  job(printer: string, id: number, signal: AbortSignal): Promise<SpoolerJob | undefined> {
    const { GetJobW, jobInfo1 } = this.#library;
    return this.#withPrinter(printer, ASK_WITHIN_MS, signal, async (handle) => {
      const { memory } = await readStructs("GetJob", (room, size, needed) =>
        this.#calls.call(GetJobW, handle, id, 1, room, size, needed),
      );
      return jobInfo1(memory, 1).map(toJob)[0];
    }).catch((error: unknown) => {
      if (isUnknownJob(error)) return undefined;
      throw error;
    });
  }

  jobs(printer: string, signal: AbortSignal): Promise<readonly SpoolerJob[]> {
    const { EnumJobsW, jobInfo1 } = this.#library;
    return this.#withPrinter(printer, ASK_WITHIN_MS, signal, async (handle) => {
      const { memory, count } = await readStructs("EnumJobs", (room, size, needed, returned) =>
        this.#calls.call(EnumJobsW, handle, 0, MAX_JOBS, 1, room, size, needed, returned),
      );
      return jobInfo1(memory, count).map(toJob);
    });
  }

  cancel(printer: string, id: number, signal: AbortSignal): Promise<void> {
    return this.#withPrinter(printer, ASK_WITHIN_MS, signal, async (handle) => {
      const { value, win32 } = await this.#calls.call(this.#library.SetJobW, handle, id, 0, null, DELETE);
      if (value === 0) throw fromWin32(win32, "SetJob");
    }).catch((error: unknown) => {
      if (!isUnknownJob(error)) throw error;
    });
  }

  #withPrinter<T>(
    name: string,
    withinMs: number,
    signal: AbortSignal,
    work: (handle: PrinterHandle, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { OpenPrinterW, ClosePrinter } = this.#library;
    return this.#calls.run(withinMs, signal, async (over) => {
      const opened: PrinterHandle[] = [null];
      const { value, win32 } = await this.#calls.call(OpenPrinterW, name, opened, null);
      if (value === 0) throw fromWin32(win32, "OpenPrinter");
      try {
        over.throwIfAborted();
        return await work(opened[0], over);
      } finally {
        await this.#calls.call(ClosePrinter, opened[0]);
      }
    });
  }
}

function isUnknownJob(error: unknown): boolean {
  return error instanceof TitianError && error.details["win32"] === WIN32.invalidParameter;
}

function toPrinter(info: PrinterInfo2): SpoolerPrinter {
  return {
    name: info.pPrinterName ?? "",
    driverName: info.pDriverName ?? "",
    portName: info.pPortName ?? "",
    status: info.Status,
    attributes: info.Attributes,
    jobCount: info.cJobs,
  };
}

function toJob(info: JobInfo1): SpoolerJob {
  return {
    id: info.JobId,
    documentName: info.pDocument ?? "",
    status: info.Status,
    pagesPrinted: info.PagesPrinted,
  };
}
