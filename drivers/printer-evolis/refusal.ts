import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";

/** Why a card was not begun, by what went wrong before it. */
const REASON_OF: Partial<Record<ErrorCode, string>> = {
  DEVICE_NOT_CONNECTED: "not-connected",
  DEVICE_TIMEOUT: "not-responding",
  DEVICE_BAD_ANSWER: "not-responding",
};

/** Only where it is certain that no card was touched. `reason` is a health reason, `busy`, `format` or `not-accepting`. */
export function refused(reason: string, cause?: unknown): TitianError {
  return new TitianError("PRINTER_REFUSED", { details: { reason }, cause });
}

/** A failure before anything was printed, told as the refusal that it is. */
export function refusedFor(error: unknown): TitianError {
  if (!(error instanceof TitianError)) return refused("not-accepting", error);
  return error.code === "PRINTER_REFUSED" ? error : refused(REASON_OF[error.code] ?? "not-accepting", error);
}
