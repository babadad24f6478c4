import type { HealthReason } from "../../src/devices/index.ts";
import type { ErrorCode } from "../../src/kernel/errors.ts";

export const SHEET_PRINTER_FAULTS = [
  "unplug",
  "slow",
  "jam",
  "paper-out",
  "cover-open",
  "vanished-job",
] as const;
export type SheetPrinterFault = (typeof SHEET_PRINTER_FAULTS)[number];

export const SHEET_PRINTER_REASONS = {
  unplug: "not-connected",
  slow: "slow",
  jam: "jam",
  "paper-out": "paper-empty",
  "cover-open": "cover-open",
  "vanished-job": undefined,
} as const satisfies Record<SheetPrinterFault, HealthReason | undefined>;

/** What stops a page on its way. An empty tray stops only the next one. */
export const STOPS_A_SHEET = {
  jam: "PRINTER_JAM",
  "cover-open": "PRINTER_COVER_OPEN",
} as const satisfies Partial<Record<SheetPrinterFault, ErrorCode>>;
