import type { EventEmitter } from "node:events";
import type { DeviceId } from "../kernel/types.ts";
import type {
  Camera,
  CardPrinter,
  JobTracker,
  LivePreview,
  OutputTray,
  ReceiptPrinter,
  Scanner,
  ScanScript,
  Simulation,
  SupplyGauge,
} from "./capabilities.ts";
import type { Health } from "./health.ts";

/** The one place where a capability's name, as clients spell it, meets its interface. */
export interface Capabilities {
  camera: Camera;
  "camera.preview": LivePreview;
  "card-printer": CardPrinter;
  "card-printer.jobs": JobTracker;
  "card-printer.supply": SupplyGauge;
  "receipt-printer": ReceiptPrinter;
  scanner: Scanner;
  simulation: Simulation;
  "simulation.scan": ScanScript;
  "simulation.tray": OutputTray;
}
export type CapabilityName = keyof Capabilities;

export interface DeviceEvents {
  healthChanged: [{ readonly from: Health; readonly to: Health }];
  /** `symbology` is the AIM identifier, for example `]C0`, where the scanner sends it. */
  scanned: [{ readonly text: string; readonly symbology: string | undefined; readonly at: Date }];
}

export interface Device {
  readonly id: DeviceId;
  readonly model: string;
  readonly events: EventEmitter<DeviceEvents>;
  readonly health: Health;

  /** Rejects when the device is absent; the supervisor tries again. May be called after `close`. */
  open(signal: AbortSignal): Promise<void>;
  /** May be called twice, and before `open`. */
  close(): Promise<void>;

  /** The capability itself, or undefined: asking is how a caller finds out. */
  capability<N extends CapabilityName>(name: N): Capabilities[N] | undefined;
}
