import koffi, { type LibraryHandle } from "koffi";

export type NativeFunction = ReturnType<LibraryHandle["func"]>;

/** winspool.drv as winspool.h declares it. Everything that knows how a C struct lies in memory is in this file. */
export interface WinspoolLibrary {
  readonly GetLastError: () => number;
  readonly EnumPrintersW: NativeFunction;
  readonly OpenPrinterW: NativeFunction;
  readonly ClosePrinter: NativeFunction;
  readonly GetPrinterW: NativeFunction;
  readonly StartDocPrinterW: NativeFunction;
  readonly StartPagePrinter: NativeFunction;
  readonly WritePrinter: NativeFunction;
  readonly EndPagePrinter: NativeFunction;
  readonly EndDocPrinter: NativeFunction;
  readonly AbortPrinter: NativeFunction;
  readonly GetJobW: NativeFunction;
  readonly EnumJobsW: NativeFunction;
  readonly SetJobW: NativeFunction;
  /** `count` structs from the start of what the spooler wrote. Its texts lie in the same bytes. */
  printerInfo2(memory: Uint8Array, count: number): readonly PrinterInfo2[];
  jobInfo1(memory: Uint8Array, count: number): readonly JobInfo1[];
}

/** Of PRINTER_INFO_2W, what Titian reads. A text may be missing. */
export interface PrinterInfo2 {
  readonly pPrinterName: string | null;
  readonly pPortName: string | null;
  readonly pDriverName: string | null;
  readonly Attributes: number;
  readonly Status: number;
  readonly cJobs: number;
}

/** Of JOB_INFO_1W. */
export interface JobInfo1 {
  readonly JobId: number;
  readonly pDocument: string | null;
  readonly Status: number;
  readonly PagesPrinted: number;
}

/** Printer drivers run inside these calls, on the stack that koffi gives them: 128 KiB is not what they were written for. */
const STACK_BYTES = 1024 * 1024;

let loaded: WinspoolLibrary | undefined;

/** Once for the process. Throws off Windows. */
export function loadWinspool(): WinspoolLibrary {
  loaded ??= declare();
  return loaded;
}

function declare(): WinspoolLibrary {
  koffi.config({ async_stack_size: STACK_BYTES });
  const winspool = koffi.load("winspool.drv");
  const kernel32 = koffi.load("kernel32.dll");

  const text = "str16";
  const dword = "uint32_t";
  const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text]));
  const dwords = (...names: string[]) => Object.fromEntries(names.map((name) => [name, dword]));

  const printerInfo2 = koffi.struct({
    ...texts(
      "pServerName",
      "pPrinterName",
      "pShareName",
      "pPortName",
      "pDriverName",
      "pComment",
      "pLocation",
    ),
    pDevMode: "void *",
    ...texts("pSepFile", "pPrintProcessor", "pDatatype", "pParameters"),
    pSecurityDescriptor: "void *",
    ...dwords(
      "Attributes",
      "Priority",
      "DefaultPriority",
      "StartTime",
      "UntilTime",
      "Status",
      "cJobs",
      "AveragePPM",
    ),
  });
  const jobInfo1 = koffi.struct({
    JobId: dword,
    ...texts("pPrinterName", "pMachineName", "pUserName", "pDocument", "pDatatype", "pStatus"),
    ...dwords("Status", "Priority", "Position", "TotalPages", "PagesPrinted"),
    Submitted: koffi.array("uint16_t", 8),
  });
  const docInfo1 = koffi.pointer(koffi.struct(texts("pDocName", "pOutputFile", "pDatatype")));

  const handle = "void *";
  const memory = "void *";
  const outDword = koffi.out(koffi.pointer(dword));
  const bool = "int";
  const declared = {
    EnumPrintersW: [bool, dword, text, dword, memory, dword, outDword, outDword],
    OpenPrinterW: [bool, text, koffi.out(koffi.pointer("void *")), "void *"],
    ClosePrinter: [bool, handle],
    GetPrinterW: [bool, handle, dword, memory, dword, outDword],
    StartDocPrinterW: [dword, handle, dword, docInfo1],
    StartPagePrinter: [bool, handle],
    WritePrinter: [bool, handle, memory, dword, outDword],
    EndPagePrinter: [bool, handle],
    EndDocPrinter: [bool, handle],
    AbortPrinter: [bool, handle],
    GetJobW: [bool, handle, dword, dword, memory, dword, outDword],
    EnumJobsW: [bool, handle, dword, dword, dword, memory, dword, outDword, outDword],
    SetJobW: [bool, handle, dword, dword, "void *", dword],
  } as const;
  const func = (name: keyof typeof declared): NativeFunction => {
    const [result, ...parameters] = declared[name];
    return winspool.func("__stdcall", name, result, parameters);
  };

  return {
    GetLastError: kernel32.func("__stdcall", "GetLastError", dword, []),
    EnumPrintersW: func("EnumPrintersW"),
    OpenPrinterW: func("OpenPrinterW"),
    ClosePrinter: func("ClosePrinter"),
    GetPrinterW: func("GetPrinterW"),
    StartDocPrinterW: func("StartDocPrinterW"),
    StartPagePrinter: func("StartPagePrinter"),
    WritePrinter: func("WritePrinter"),
    EndPagePrinter: func("EndPagePrinter"),
    EndDocPrinter: func("EndDocPrinter"),
    AbortPrinter: func("AbortPrinter"),
    GetJobW: func("GetJobW"),
    EnumJobsW: func("EnumJobsW"),
    SetJobW: func("SetJobW"),
    printerInfo2: (bytes, count) => koffi.decode(bytes, printerInfo2, count),
    jobInfo1: (bytes, count) => koffi.decode(bytes, jobInfo1, count),
  };
}
