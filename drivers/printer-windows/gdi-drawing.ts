import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { NativeCalls } from "../winspool/native-calls.ts";
import { loadWinspool, type NativeFunction } from "../winspool/winspool-library.ts";
import { type Bitmap, cardBitmap } from "./card-bitmap.ts";
import type { Drawing, Print, QueuedJob } from "./drawing.ts";
import { type GdiLibrary, loadGdi } from "./gdi-library.ts";
import { type Page, type Placement, placeCard } from "./place-card.ts";
import { refused } from "./refusal.ts";

/** Printer drivers render inside these calls. */
const DRAW_WITHIN_MS = 60_000;

/** wingdi.h: LOGPIXELSX, LOGPIXELSY, PHYSICALWIDTH, PHYSICALHEIGHT, PHYSICALOFFSETX, PHYSICALOFFSETY. */
const CAPS = [88, 90, 110, 111, 112, 113] as const;
/** Pixels are repeated and not blurred into each other: bars keep their edges. */
const COLOR_ON_COLOR = 3;
const SRC_COPY = 0x00cc0020;
const DIB_RGB_COLORS = 0;

type DeviceContext = bigint;

/** A card through Windows' own drawing. Never run against a real printer driver: see docs/devices.md. */
export class GdiDrawing implements Drawing {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async prepare(): Promise<void> {
    this.#load();
  }

  async draw(printer: string, print: Print, signal: AbortSignal): Promise<QueuedJob> {
    if (print.kind !== "card") throw refused("format");
    const { gdi, calls } = this.#load();
    return calls.run(DRAW_WITHIN_MS, signal, async (drawing) => {
      const dc = await createDc(gdi, calls, printer);
      try {
        drawing.throwIfAborted();
        const page = await pageOf(gdi, calls, dc);
        const sides = [await drawn(print.png, page)];
        if (print.backPng) sides.push(await drawn(print.backPng, page));
        const id = await printPages({ gdi, calls, dc }, print.documentName, sides, drawing);
        return { id, lastSeen: undefined };
      } finally {
        await calls.call(gdi.DeleteDC, dc);
      }
    });
  }

  #load(): { readonly gdi: GdiLibrary; readonly calls: NativeCalls } {
    try {
      const { GetLastError } = loadWinspool();
      return { gdi: loadGdi(), calls: new NativeCalls(this.#clock, GetLastError) };
    } catch (error) {
      throw new TitianError("DEVICE_DRIVER_MISSING", { details: { reason: "gdi" }, cause: error });
    }
  }
}

async function createDc(gdi: GdiLibrary, calls: NativeCalls, printer: string): Promise<DeviceContext> {
  const { raw, win32 } = await calls.call(gdi.CreateDCW, "WINSPOOL", printer, null, null);
  if (typeof raw !== "bigint" || raw === 0n)
    throw refused(
      "no-drawing",
      new TitianError("DEVICE_BAD_ANSWER", { details: { win32, call: "CreateDC" } }),
    );
  return raw;
}

async function pageOf(gdi: GdiLibrary, calls: NativeCalls, dc: DeviceContext): Promise<Page> {
  const values: number[] = [];
  for (const cap of CAPS) values.push((await calls.call(gdi.GetDeviceCaps, dc, cap)).value);
  const [dpiX = 0, dpiY = 0, widthPx = 0, heightPx = 0, offsetX = 0, offsetY = 0] = values;
  return { dpiX, dpiY, widthPx, heightPx, offsetX, offsetY };
}

interface Drawn {
  readonly bitmap: Bitmap;
  readonly place: Placement;
}

async function drawn(png: Uint8Array, page: Page): Promise<Drawn> {
  let place: Placement | undefined;
  const bitmap = await cardBitmap(png, (size) => {
    place = placeCard(page, size);
    return place?.isTurned ?? false;
  }).catch((error: unknown) => {
    throw refused("format", error);
  });
  if (!place) throw refused("page-size");
  return { bitmap, place };
}

async function printPages(
  { gdi, calls, dc }: { readonly gdi: GdiLibrary; readonly calls: NativeCalls; readonly dc: DeviceContext },
  documentName: string,
  sides: readonly Drawn[],
  signal: AbortSignal,
): Promise<number> {
  const step = async (call: string, native: NativeFunction, ...args: unknown[]): Promise<number> => {
    const { value, win32 } = await calls.call(native, dc, ...args);
    // StretchDIBits says with 0 that it drew no row.
    if (value <= 0) throw new TitianError("PRINTER_ABORTED", { details: { call, win32 } });
    return value;
  };
  const id = await step("StartDoc", gdi.StartDocW, gdi.docInfo(documentName)).catch((error: unknown) => {
    throw refused("not-accepting", error);
  });
  try {
    for (const { bitmap, place } of sides) {
      await step("StartPage", gdi.StartPage);
      // StartPage puts it back to its default.
      await step("SetStretchBltMode", gdi.SetStretchBltMode, COLOR_ON_COLOR);
      const target = [place.x, place.y, place.widthPx, place.heightPx];
      const source = [0, 0, bitmap.widthPx, bitmap.heightPx];
      const how = [bitmap.bits, bitmap.header, DIB_RGB_COLORS, SRC_COPY];
      await step("StretchDIBits", gdi.StretchDIBits, ...target, ...source, ...how);
      signal.throwIfAborted();
      await step("EndPage", gdi.EndPage);
    }
    await step("EndDoc", gdi.EndDoc);
    return id;
  } catch (error) {
    await calls.call(gdi.AbortDoc, dc);
    throw error;
  }
}
