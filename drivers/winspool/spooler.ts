/** A printer as winspool's level-2 answer describes it. */
export interface SpoolerPrinter {
  readonly name: string;
  readonly driverName: string;
  /** `USB001`, `192.168.1.20`, `FILE:`. */
  readonly portName: string;
  /** PRINTER_STATUS_… bits. */
  readonly status: number;
  /** PRINTER_ATTRIBUTE_… bits; 0x400 is WORK_OFFLINE, often all that a pulled USB cable shows. */
  readonly attributes: number;
  readonly jobCount: number;
}

/** A job as winspool's level-1 answer describes it. */
export interface SpoolerJob {
  readonly id: number;
  readonly documentName: string;
  /** JOB_STATUS_… bits. */
  readonly status: number;
  readonly pagesPrinted: number;
}

/** The Windows print spooler. Nothing here blocks the event loop; every call rejects with a `TitianError`. */
export interface Spooler {
  printers(signal: AbortSignal): Promise<readonly SpoolerPrinter[]>;
  /** Undefined when there is no printer of this name. */
  printer(name: string, signal: AbortSignal): Promise<SpoolerPrinter | undefined>;
  /** Hands the bytes over as data type RAW and resolves with the job's id once the spooler has all of them. */
  sendRaw(printer: string, documentName: string, bytes: Uint8Array, signal: AbortSignal): Promise<number>;
  /** Undefined when the spooler no longer knows the job: done and forgotten, or taken out. */
  job(printer: string, id: number, signal: AbortSignal): Promise<SpoolerJob | undefined>;
  /** Everything in the queue now, other programs' documents included. */
  jobs(printer: string, signal: AbortSignal): Promise<readonly SpoolerJob[]>;
  /** Takes the job out. Taking out one that is gone already is no error. */
  cancel(printer: string, id: number, signal: AbortSignal): Promise<void>;
}
