import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";

const CODES: Readonly<Record<string, ErrorCode>> = {
  EACCES: "DEVICE_NOT_PERMITTED",
  EPERM: "DEVICE_NOT_PERMITTED",
  EBUSY: "DEVICE_BUSY",
};

/** What the system said when a device file was opened, as a code of ours. */
export function openFailure(cause: unknown): TitianError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return new TitianError(CODES[code] ?? "DEVICE_NOT_CONNECTED", { cause });
}

/**
 * serialport 13 gives nothing but a sentence; these are the ones of its Linux, macOS and Windows bindings. Windows says
 * "Access denied" of a port that another program holds, and has no permissions on ports.
 */
export function serialOpenFailure(cause: Error, platform = process.platform): TitianError {
  if (/permission denied|access denied/i.test(cause.message)) {
    return new TitianError(platform === "win32" ? "DEVICE_BUSY" : "DEVICE_NOT_PERMITTED", { cause });
  }
  const isHeld = /cannot lock|busy/i.test(cause.message);
  return new TitianError(isHeld ? "DEVICE_BUSY" : "DEVICE_NOT_CONNECTED", { cause });
}
