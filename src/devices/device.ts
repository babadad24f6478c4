import type { EventEmitter } from "node:events";
import type { DeviceId } from "../kernel/types.ts";
import type {
  Camera,
  CardPrinter,
  DuplexPrinter,
  JobTracker,
  LivePreview,
  OutputTray,
  PageCameraHost,
  PhotoInbox,
  PrinterQuestion,
  RawPrinter,
  ReceiptPrinter,
  ScanFromPage,
  Scanner,
  ScanScript,
  SheetPrinter,
  Simulation,
  SupplyGauge,
} from "./capabilities.ts";
import type { Health } from "./health.ts";
import type { UsbDevice } from "./usb.ts";

/** The one place where a capability's name, as clients spell it, meets its interface. */
export interface Capabilities {
  camera: Camera;
  "camera.preview": LivePreview;
  "camera.inbox": PhotoInbox;
  "camera.page": PageCameraHost;
  "card-printer": CardPrinter;
  "card-printer.duplex": DuplexPrinter;
  "card-printer.jobs": JobTracker;
  "card-printer.question": PrinterQuestion;
  "sheet-printer": SheetPrinter;
  "sheet-printer.jobs": JobTracker;
  "receipt-printer": ReceiptPrinter;
  "raw-printer": RawPrinter;
  supplies: SupplyGauge;
  scanner: Scanner;
  "scanner.page": ScanFromPage;
  simulation: Simulation;
  "simulation.scan": ScanScript;
  "simulation.tray": OutputTray;
}
export type CapabilityName = keyof Capabilities;

/** What a technician asks about a device beyond its health. Everything may be unknown. */
export interface About {
  /** Where it is now: `/dev/ttyACM0`, `192.168.1.20:9100`, `COM3`. Never with a user name or a password in it. */
  readonly address?: string;
  readonly serial?: string;
  readonly firmware?: string;
  readonly usb?: UsbDevice;
  /** The device's own words for states that no health reason stands for, at most 10 of 60 characters. */
  readonly words?: readonly string[];
}

export interface DeviceEvents {
  healthChanged: [{ readonly from: Health; readonly to: Health }];
  /** `symbology` is the AIM identifier, for example `]C0`, where the scanner sends it. */
  scanned: [{ readonly text: string; readonly symbology: string | undefined; readonly at: Date }];
  /** Photos that nobody has taken yet. */
  inboxChanged: [{ readonly waiting: number }];
  /** A printer asks something, or no longer does. */
  questionChanged: [Record<never, never>];
}

export interface Device {
  readonly id: DeviceId;
  readonly model: string;
  readonly about: About;
  readonly events: EventEmitter<DeviceEvents>;
  readonly health: Health;

  /** Rejects when the device is absent; the supervisor tries again. May be called after `close`. */
  open(signal: AbortSignal): Promise<void>;
  /** May be called twice, and before `open`. */
  close(): Promise<void>;

  /** The capability itself, or undefined: asking is how a caller finds out. */
  capability<N extends CapabilityName>(name: N): Capabilities[N] | undefined;
}
