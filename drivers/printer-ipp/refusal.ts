import { TitianError } from "../../src/kernel/errors.ts";

/**
 * IPP statuses with which a printer says that it has not taken the job (RFC 8011 appendix B). Whatever else it may answer to
 * a document, `server-error-device-error` for example, says nothing about ink.
 */
const NOT_TAKEN: Readonly<Record<number, string>> = {
  1024: "bad-request",
  1025: "not-permitted",
  1026: "not-permitted",
  1027: "not-permitted",
  1028: "not-possible",
  1030: "not-found",
  1032: "too-large",
  1034: "format",
  1035: "attributes",
  1039: "format",
  1041: "compression",
  1042: "format",
  1281: "operation",
  1282: "unavailable",
  1283: "version",
  1286: "not-accepting",
  1287: "busy",
};

export function isSuccess(status: number): boolean {
  return status < 0x0400;
}

/** Only where it is certain that no card was touched. `reason` is a health reason or a word of the table above. */
export function refused(reason: string, cause?: unknown): TitianError {
  return new TitianError("PRINTER_REFUSED", { details: { reason }, cause });
}

/** The printer's answer to a document it was sent. */
export function notPrinted(status: number): TitianError {
  const reason = NOT_TAKEN[status];
  return reason ? refused(reason) : new TitianError("PRINTER_ABORTED", { details: { ippStatus: status } });
}
