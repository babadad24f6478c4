import { TitianError } from "../../src/kernel/errors.ts";

/** Only where it is certain that no card and no paper was touched. */
export function refused(reason: string, cause?: unknown): TitianError {
  return new TitianError("PRINTER_REFUSED", { details: { reason }, cause });
}
