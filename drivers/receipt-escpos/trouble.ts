import type { HealthReason } from "../../src/devices/index.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";

/** What keeps a printer from beginning, and the code that says so. The same ones as the simulated printer's. */
const TROUBLE: Partial<Record<HealthReason, ErrorCode>> = {
  "not-connected": "DEVICE_NOT_CONNECTED",
  "not-responding": "DEVICE_TIMEOUT",
  "cover-open": "PRINTER_COVER_OPEN",
  "paper-empty": "PRINTER_CARDS_EMPTY",
  jam: "PRINTER_JAM",
  "needs-attention": "PRINTER_REFUSED",
  stopped: "PRINTER_REFUSED",
};

/** Undefined: it can print. */
export function troubleOf(reasons: readonly HealthReason[]): TitianError | undefined {
  const code = reasons.map((reason) => TROUBLE[reason]).find((known) => known !== undefined);
  return code && new TitianError(code);
}

const LOST: Partial<Record<ErrorCode, HealthReason>> = {
  DEVICE_BUSY: "in-use-elsewhere",
  DEVICE_NOT_PERMITTED: "not-permitted",
  DEVICE_NOT_CONNECTED: "not-connected",
  DEVICE_DRIVER_MISSING: "driver-missing",
  DEVICE_TIMEOUT: "not-responding",
  PRINTER_STUCK: "not-responding",
};

/** What a failed visit says about the printer; undefined when it says nothing. */
export function reasonOf(error: unknown): HealthReason | undefined {
  return error instanceof TitianError ? LOST[error.code] : undefined;
}
