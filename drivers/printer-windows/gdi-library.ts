import koffi, { type TypeObject } from "koffi";
import type { NativeFunction } from "../winspool/winspool-library.ts";

/** gdi32.dll as wingdi.h declares it, as far as one picture on one page needs it. */
export interface GdiLibrary {
  readonly CreateDCW: NativeFunction;
  readonly DeleteDC: NativeFunction;
  readonly GetDeviceCaps: NativeFunction;
  readonly SetStretchBltMode: NativeFunction;
  readonly StartDocW: NativeFunction;
  readonly StartPage: NativeFunction;
  readonly StretchDIBits: NativeFunction;
  readonly EndPage: NativeFunction;
  readonly EndDoc: NativeFunction;
  readonly AbortDoc: NativeFunction;
  /** DOCINFOW, to be handed to `StartDocW`. */
  docInfo(documentName: string): object;
}

let loaded: GdiLibrary | undefined;

/** Once for the process, after `loadWinspool`. Throws off Windows. */
export function loadGdi(): GdiLibrary {
  loaded ??= declare();
  return loaded;
}

function declare(): GdiLibrary {
  const gdi32 = koffi.load("gdi32.dll");
  const docInfo = koffi.struct({
    cbSize: "int",
    lpszDocName: "str16",
    lpszOutput: "str16",
    lpszDatatype: "str16",
    fwType: "uint32_t",
  });
  const dc = "void *";
  const int = "int";
  const func = (name: string, result: string, ...parameters: (string | TypeObject)[]) =>
    gdi32.func("__stdcall", name, result, parameters);
  return {
    CreateDCW: func("CreateDCW", dc, "str16", "str16", "str16", "void *"),
    DeleteDC: func("DeleteDC", int, dc),
    GetDeviceCaps: func("GetDeviceCaps", int, dc, int),
    SetStretchBltMode: func("SetStretchBltMode", int, dc, int),
    StartDocW: func("StartDocW", int, dc, koffi.pointer(docInfo)),
    StartPage: func("StartPage", int, dc),
    // Destination, source, bits, BITMAPINFO, usage, raster operation.
    StretchDIBits: func(
      "StretchDIBits",
      int,
      dc,
      ...[int, int, int, int, int, int, int, int],
      ...["void *", "void *", "uint32_t", "uint32_t"],
    ),
    EndPage: func("EndPage", int, dc),
    EndDoc: func("EndDoc", int, dc),
    AbortDoc: func("AbortDoc", int, dc),
    docInfo: (documentName) => ({
      cbSize: koffi.sizeof(docInfo),
      lpszDocName: documentName,
      lpszOutput: null,
      lpszDatatype: null,
      fwType: 0,
    }),
  };
}
