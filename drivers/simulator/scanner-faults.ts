import type { HealthReason } from "../../src/devices/index.ts";

export const SCANNER_FAULTS = ["unplug", "slow", "garbled"] as const;
export type ScannerFault = (typeof SCANNER_FAULTS)[number];

/** A dirty window garbles what it reads and does not know it: no reason for that. */
export const SCANNER_REASONS = {
  unplug: "not-connected",
  slow: "slow",
  garbled: undefined,
} as const satisfies Record<ScannerFault, HealthReason | undefined>;
