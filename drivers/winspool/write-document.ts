import type { PrinterHandle } from "./koffi-spooler.ts";
import type { NativeCalls } from "./native-calls.ts";
import { fromWin32 } from "./win32-errors.ts";
import type { WinspoolLibrary } from "./winspool-library.ts";

/** Between two of these a caller may change his mind. */
const PIECE_BYTES = 64 * 1024;

interface RawDocument {
  readonly documentName: string;
  readonly bytes: Uint8Array;
}

/** Resolves with the job's id. A document that was not written to its end is thrown away. */
export async function writeDocument(
  library: WinspoolLibrary,
  calls: NativeCalls,
  handle: PrinterHandle,
  { documentName, bytes }: RawDocument,
  signal: AbortSignal,
): Promise<number> {
  const step = async (name: keyof typeof STEPS, ...args: unknown[]): Promise<number> => {
    const { value, win32 } = await calls.call(library[STEPS[name]], handle, ...args);
    if (value === 0) throw fromWin32(win32, name);
    return value;
  };
  const id = await step("StartDoc", 1, { pDocName: documentName, pOutputFile: null, pDatatype: "RAW" });
  try {
    await step("StartPage");
    for (let at = 0; at < bytes.length; ) {
      signal.throwIfAborted();
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      const written = [0];
      await step("Write", piece, piece.length, written);
      if (!written[0]) throw fromWin32(0, "Write");
      at += written[0];
    }
    signal.throwIfAborted();
    await step("EndPage");
    await step("EndDoc");
    return id;
  } catch (error) {
    await calls.call(library.AbortPrinter, handle);
    throw error;
  }
}

const STEPS = {
  StartDoc: "StartDocPrinterW",
  StartPage: "StartPagePrinter",
  Write: "WritePrinter",
  EndPage: "EndPagePrinter",
  EndDoc: "EndDocPrinter",
} as const satisfies Record<string, keyof WinspoolLibrary>;
