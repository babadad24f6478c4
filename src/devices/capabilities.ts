import type { PrinterAction } from "./printer-actions.ts";
import type { SupplyKind } from "./supply-kinds.ts";

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

/** A picture that came from elsewhere: from a tethered camera, an e-mail, a telephone. */
export interface InboxPhoto {
  /** Names the picture, not the file: the same picture saved twice has one. */
  readonly id: string;
  readonly arrivedAt: Date;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Already taken by somebody. */
  readonly isTaken: boolean;
}

/** Optional: pictures that wait to be chosen. `inboxChanged` tells of new ones. */
export interface PhotoInbox {
  /** Newest first, at most 100. */
  photos(signal: AbortSignal): Promise<readonly InboxPhoto[]>;
  /** Upright and without metadata. Marks it as taken. Rejects with `CAMERA_NO_PICTURE` when it is gone. */
  take(id: string, signal: AbortSignal): Promise<Photo>;
  /** A small JPEG to choose by, at most 320 px on its longer side. */
  thumbnail(id: string, signal: AbortSignal): Promise<Uint8Array>;
}

/** A page that lends the camera of its browser. */
export interface CameraPage {
  /** As the browser names the camera, at most 100 characters. */
  readonly label: string;
  capture(signal: AbortSignal): Promise<Photo>;
  /** Frames come through `onFrame` until the signal aborts; resolves then. */
  watch(onFrame: (jpeg: Uint8Array) => void, signal: AbortSignal): Promise<void>;
}

/** Only browser cameras: pages come and go, the newest one is asked. */
export interface PageCameraHost {
  attach(page: CameraPage): Disposable;
}

/** One card side, 1016 × 648 px at 300 dpi: ID-1 with 0.2 to 0.4 mm over the edge, to be clipped, never scaled. */
export interface CardImage {
  /** Shown in the printer's queue. A job id, never a person. */
  readonly jobName: string;
  readonly png: Uint8Array;
  /** The back, for a printer that offers `card-printer.duplex`. Every other one prints the front alone. */
  readonly backPng?: Uint8Array | undefined;
  /** The front as a one-page PDF of exactly 85.60 × 53.98 mm, for printers that take documents. */
  readonly pdf: Uint8Array;
  /** Front and back as two such pages; there whenever `backPng` is. Made when it is asked for. */
  readonly bothSidesPdf?: (() => Promise<Uint8Array>) | undefined;
}

export interface CardPrinter {
  /**
   * Resolves when the printer reports the card out, not when a spooler took the job. `spooled` is called once, with
   * the printer's own job reference, as soon as the printer or its spooler has the whole job.
   * Rejects with `PRINTER_REFUSED` only if no ink can have reached a card; any other rejection leaves that open.
   */
  print(card: CardImage, spooled: (reference: string) => void, signal: AbortSignal): Promise<void>;
}

/** Optional: a printer that turns the card over. Its `card-printer` prints the back of every card that has one. */
export interface DuplexPrinter {
  readonly sides: 2;
}

export const PRINT_OUTCOMES = ["pending", "completed", "aborted", "cancelled", "vanished"] as const;
export type PrintOutcome = (typeof PRINT_OUTCOMES)[number];

/** Optional: a printer that can be asked what became of a job, also after a restart of the daemon. */
export interface JobTracker {
  outcome(reference: string, signal: AbortSignal): Promise<PrintOutcome>;
}

export interface PendingQuestion {
  /** The device's own word for what happened, at most 60 characters. */
  readonly event: string;
  /** What it would take for an answer. */
  readonly actions: readonly PrinterAction[];
  readonly since: Date;
}

/** Optional: a printer that stops and asks. The answer is a person's, never a program's. `questionChanged` tells of news. */
export interface PrinterQuestion {
  readonly pending: PendingQuestion | undefined;
  /**
   * Answers the pending question. Rejects with `JOB_STATE` when there is none any more, with `BAD_REQUEST` for an action that
   * is not among its own, else with `DEVICE_…`.
   */
  answer(action: PrinterAction, signal: AbortSignal): Promise<void>;
}

/** What a device uses up, as far as it can tell. `cleaning` counts down to the next cleaning card. */
export interface Supply {
  readonly kind: SupplyKind;
  /** The maker's or the spooler's own name for it, for example a ribbon type. At most 60 characters. */
  readonly name: string;
  /** Whole cards or sheets that it still allows; undefined where only a share is known. */
  readonly left: number | undefined;
  /** 0 to 100; undefined where the device does not know what a full one is. */
  readonly percent: number | undefined;
  /** By the device's own threshold, or the driver's option. */
  readonly isLow: boolean;
}

/** Optional: a printer that cannot measure what is left does not have this capability. */
export interface SupplyGauge {
  /** Everything it can measure, in no order. Rejects with `DEVICE_…`. */
  levels(signal: AbortSignal): Promise<readonly Supply[]>;
}

/** Pages of plain paper: cards to be cut, reports, registers. */
export interface SheetDocument {
  /** Shown in the printer's queue. A job id, never a person. */
  readonly jobName: string;
  /** Every page as large as the paper it is meant for. */
  readonly pdf: Uint8Array;
}

export interface SheetPrinter {
  /** As `CardPrinter.print`: resolves when the printer reports the last page out. Never scales. */
  print(sheet: SheetDocument, spooled: (reference: string) => void, signal: AbortSignal): Promise<void>;
}

/** Optional: a printer that takes its own language as it is (ESC/POS, ZPL). */
export interface RawPrinter {
  /**
   * At most 12 MiB. Resolves when the printer took the bytes, within the driver's own budget. Nothing reads them after
   * that: the caller frees them.
   */
  send(bytes: Uint8Array, signal: AbortSignal): Promise<void>;
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

/** Only keyboard wedges: their keys arrive in a page, which tells what was read. */
export interface ScanFromPage {
  /** What the scanner is programmed to send before each code; empty when nothing. */
  readonly prefix: string;
  heard(text: string): void;
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

/** Only simulated printers: where the last thing that came out can be looked at, for demos and tests. */
export interface OutputTray {
  /** Absolute path of the newest PNG or, for sheets, PDF, or undefined while the tray is empty. */
  readonly newest: string | undefined;
  /** The other side of it, where a card has one. */
  readonly newestBack: string | undefined;
  /** How many cards, documents or receipts came out since the device was made. */
  readonly count: number;
}
