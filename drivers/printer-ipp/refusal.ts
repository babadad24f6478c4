import { TitianError } from "../../src/kernel/errors.ts";

/**
 * IPP statuses with which a printer says that it has not taken the job (RFC 8011 appendix B). Whatever else it may answer to
 * a document, `server-error-device-error` for example, says nothing about ink.
 */
const NOT_TAKEN: ReadonlyMap<number, string> = new Map([
  [0x0400, "bad-request"],
  [0x0401, "not-permitted"],
  [0x0402, "not-permitted"],
  [0x0403, "not-permitted"],
  [0x0404, "not-possible"],
  [0x0406, "not-found"],
  [0x0408, "too-large"],
  [0x040a, "format"],
  [0x040b, "attributes"],
  [0x040e, "attributes"],
  [0x040f, "compression"],
  [0x0501, "operation"],
  [0x0502, "unavailable"],
  [0x0503, "version"],
  [0x0506, "not-accepting"],
  [0x0507, "busy"],
]);

export function isSuccess(status: number): boolean {
  return status < 0x0400;
}

/** Only where it is certain that no card was touched. `reason` is a health reason or a word of the table above. */
export function refused(reason: string, cause?: unknown): TitianError {
  return new TitianError("PRINTER_REFUSED", { details: { reason }, cause });
}

/** The printer's answer to a mere question whether it would. */
export function refusedWith(status: number): TitianError {
  return refused(NOT_TAKEN.get(status) ?? "not-accepting");
}

/** The printer's answer to a document it was sent. */
export function notPrinted(status: number): TitianError {
  const reason = NOT_TAKEN.get(status);
  return reason ? refused(reason) : new TitianError("PRINTER_ABORTED", { details: { ippStatus: status } });
}
