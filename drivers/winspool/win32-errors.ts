import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";

interface Meaning {
  readonly code: ErrorCode;
  /** For the log and the technicians' page. */
  readonly reason: string;
}

/** winerror.h; only what printing can meet. */
export const WIN32 = {
  invalidParameter: 87,
  insufficientBuffer: 122,
  invalidPrinterName: 1801,
} as const;

const SPOOLER_STOPPED: Meaning = { code: "DEVICE_NOT_CONNECTED", reason: "spooler-stopped" };
const NETWORK: Meaning = { code: "DEVICE_NOT_CONNECTED", reason: "network" };
const NO_ROOM: Meaning = { code: "DEVICE_BUSY", reason: "no-spool-space" };

/** winerror.h. Whatever is not here is reported by its number. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  5: { code: "DEVICE_NOT_PERMITTED", reason: "access-denied" },
  // ERROR_NOT_READY, ERROR_OUT_OF_PAPER, ERROR_WRITE_FAULT, ERROR_DEV_NOT_EXIST: queues that print directly say them.
  21: { code: "DEVICE_NOT_CONNECTED", reason: "not-ready" },
  28: { code: "PRINTER_CARDS_EMPTY", reason: "out-of-paper" },
  29: { code: "DEVICE_NOT_CONNECTED", reason: "write-fault" },
  55: { code: "DEVICE_NOT_CONNECTED", reason: "no-such-device" },
  // ERROR_HANDLE_DISK_FULL, ERROR_PRINTQ_FULL, ERROR_NO_SPOOL_SPACE, ERROR_DISK_FULL
  39: NO_ROOM,
  61: { code: "DEVICE_BUSY", reason: "queue-full" },
  62: NO_ROOM,
  112: NO_ROOM,
  63: { code: "PRINTER_CANCELLED", reason: "taken-out" },
  // ERROR_BAD_NETPATH, ERROR_NETNAME_DELETED, ERROR_BAD_NET_NAME
  53: NETWORK,
  64: NETWORK,
  67: NETWORK,
  170: { code: "DEVICE_BUSY", reason: "busy" },
  1460: { code: "DEVICE_TIMEOUT", reason: "timeout" },
  // RPC_S_UNKNOWN_IF, RPC_S_SERVER_UNAVAILABLE, RPC_S_SERVER_TOO_BUSY, RPC_S_CALL_FAILED, EPT_S_NOT_REGISTERED
  1717: SPOOLER_STOPPED,
  1722: SPOOLER_STOPPED,
  1723: { code: "DEVICE_BUSY", reason: "spooler-busy" },
  1726: SPOOLER_STOPPED,
  1753: SPOOLER_STOPPED,
  // ERROR_UNKNOWN_PORT, ERROR_UNKNOWN_PRINTER_DRIVER, ERROR_INVALID_PRINTER_NAME
  1796: { code: "DEVICE_NOT_CONNECTED", reason: "unknown-port" },
  1797: { code: "DEVICE_DRIVER_MISSING", reason: "unknown-printer-driver" },
  1801: { code: "DEVICE_NOT_CONNECTED", reason: "unknown-printer" },
  // ERROR_INVALID_DATATYPE: queues of version 4 drivers take XPS, not RAW.
  1804: { code: "PRINTER_REFUSED", reason: "data-type" },
  1905: { code: "DEVICE_NOT_CONNECTED", reason: "printer-deleted" },
};

/** What a call that failed with this number means. */
export function fromWin32(win32: number, call: string): TitianError {
  const { code, reason } = MEANINGS[win32] ?? { code: "DEVICE_BAD_ANSWER", reason: "win32" };
  return new TitianError(code, { details: { reason, win32, call } });
}
