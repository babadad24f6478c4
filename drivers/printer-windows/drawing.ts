import type { JobStage } from "../winspool/job-status.ts";

/** What is printed: a card, or pages of paper. */
export type Print =
  | {
      readonly kind: "card";
      readonly documentName: string;
      readonly png: Uint8Array;
      /** On a second page, for a printer that turns the card over. */
      readonly backPng?: Uint8Array | undefined;
      /** Both sides where there is a back. */
      readonly pdf: Uint8Array;
    }
  | { readonly kind: "sheet"; readonly documentName: string; readonly pdf: Uint8Array };

/** A job that stands in the queue, or stood there a moment ago. */
export interface QueuedJob {
  readonly id: number;
  /** Undefined where nobody has looked yet. */
  readonly lastSeen: JobStage | undefined;
}

/** A way onto the queue of a Windows printer. */
export interface Drawing {
  /** Rejects with `DEVICE_DRIVER_MISSING` when this way is not open on this machine. */
  prepare(signal: AbortSignal): Promise<void>;
  /**
   * Resolves once the spooler has the whole job. Its name in the queue contains `documentName`. Rejects with
   * `PRINTER_REFUSED` only if nothing of it can have reached the printer.
   */
  draw(printer: string, print: Print, signal: AbortSignal): Promise<QueuedJob>;
}
