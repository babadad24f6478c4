import type { HealthReason } from "../../src/devices/index.ts";

export const RECEIPT_PRINTER_FAULTS = ["unplug", "slow", "paper-out", "cover-open"] as const;
export type ReceiptPrinterFault = (typeof RECEIPT_PRINTER_FAULTS)[number];

export const RECEIPT_PRINTER_REASONS = {
  unplug: "not-connected",
  slow: "slow",
  "paper-out": "paper-empty",
  "cover-open": "cover-open",
} as const satisfies Record<ReceiptPrinterFault, HealthReason>;
