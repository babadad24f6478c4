export interface Photo {
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Camera {
  /** One picture at the camera's full resolution. Rejects with `CAMERA_NO_PICTURE` or `DEVICE_…`. */
  capture(signal: AbortSignal): Promise<Photo>;
}

/** Optional: a camera that can show what it sees while nobody has pressed anything. */
export interface LivePreview {
  /** Calls `onFrame` with JPEG frames until the signal aborts; resolves then. Many watchers share one stream. */
  watch(onFrame: (jpeg: Uint8Array) => void, signal: AbortSignal): Promise<void>;
}

/** One card side, 1016 × 648 px at 300 dpi: ID-1 with 0.2 to 0.4 mm over the edge, to be clipped, never scaled. */
export interface CardImage {
  /** Shown in the printer's queue. A job id, never a person. */
  readonly jobName: string;
  readonly png: Uint8Array;
  /** The same card as a one-page PDF of exactly 85.60 × 53.98 mm, for printers that take documents. */
  readonly pdf: Uint8Array;
}

export interface CardPrinter {
  /**
   * Resolves when the printer reports the card out, not when a spooler took the job. `spooled` is called once, with
   * the printer's own job reference, as soon as the printer or its spooler has the whole job.
   * Rejects with `PRINTER_REFUSED` only if no ink can have reached a card; any other rejection leaves that open.
   */
  print(card: CardImage, spooled: (reference: string) => void, signal: AbortSignal): Promise<void>;
}

export const PRINT_OUTCOMES = ["pending", "completed", "aborted", "cancelled", "vanished"] as const;
export type PrintOutcome = (typeof PRINT_OUTCOMES)[number];

/** Optional: a printer that can be asked what became of a job, also after a restart of the daemon. */
export interface JobTracker {
  outcome(reference: string, signal: AbortSignal): Promise<PrintOutcome>;
}

/** Optional: a printer that cannot measure what is left does not have this capability. */
export interface SupplyGauge {
  /** Whole cards that ribbon and feeder still allow. */
  cardsLeft(signal: AbortSignal): Promise<number>;
}

export type ReceiptLine =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly size?: "normal" | "large";
      readonly align?: "left" | "center";
    }
  | { readonly kind: "rule" }
  | { readonly kind: "barcode"; readonly code128: string };

export interface ReceiptPrinter {
  /** Prints the lines and cuts. Resolves when the bytes were taken within the driver's own budget. */
  print(lines: readonly ReceiptLine[], signal: AbortSignal): Promise<void>;
}

/** A device whose `scanned` events carry what was read. */
export interface Scanner {
  readonly lastScanAt: Date | undefined;
}

/** Only simulators: faults by name, and scans from a script. */
export interface Simulation {
  /** The names that `simulate` takes. */
  readonly faults: readonly string[];
  /** Replaces the present faults; an empty list makes the device well again. */
  simulate(faults: readonly string[]): void;
}

/** Only simulated scanners: reads `text` as if a card had been held under the beam. */
export interface ScanScript {
  scan(text: string): void;
}

/** Only simulated printers: where the last card that came out can be looked at, for demos and tests. */
export interface OutputTray {
  /** Absolute path of the newest PNG, or undefined while the tray is empty. */
  readonly newest: string | undefined;
  /** How many cards or receipts came out since the device was made. */
  readonly count: number;
}
