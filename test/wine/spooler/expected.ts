const kartu = {
  name: "Kartu",
  driverName: "Kartu",
  portName: "CUPS:Kartu",
  status: 0,
  attributes: 0,
  jobCount: 0,
};
const meja = { ...kartu, name: "Meja_2", driverName: "Meja_2", portName: "CUPS:Meja_2" };

/** What Wine 10 shows. Where it differs from Windows, that is said. */
export const EXPECTED: Readonly<Record<string, unknown>> = {
  printers: [kartu, meja],
  eventLoopTurned: true,
  printer: kartu,
  unknownPrinter: "undefined",
  unknownPrinterRaw: {
    code: "DEVICE_NOT_CONNECTED",
    reason: "unknown-printer",
    win32: 1801,
    call: "OpenPrinter",
  },
  raw: 1,
  printedBytesAreTheSame: true,
  rawToStoppedQueue: 2,
  stoppedQueueHoldsTheJob: true,
  // Wine hands a job to CUPS and forgets it, and passes on nothing that CUPS knows of printer or job: Windows would say
  // PRINTER_STATUS_PAUSED here, and would count the job.
  stoppedQueue: meja,
  // Only between StartDocPrinter and EndDocPrinter: proves the memory layout of JOB_INFO_1W. Windows says JOB_STATUS_SPOOLING.
  jobWhileSpooling: { id: true, documentName: "job-3 & 100%", status: 0, pagesPrinted: 0 },
  gdiUnknownPrinter: {
    code: "PRINTER_REFUSED",
    reason: "no-drawing",
    cause: { win32: 126, call: "CreateDC" },
  },
};
