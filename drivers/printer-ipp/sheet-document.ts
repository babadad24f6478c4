import type { SheetDocument } from "../../src/devices/index.ts";
import type { IppDocument } from "./ipp-client.ts";
import { jobAttributes, type Sides } from "./job-attributes.ts";
import { type MediaSize, mediaOf, sized } from "./media-size.ts";
import type { PrinterReading } from "./printer-state.ts";
import { refused } from "./refusal.ts";

export interface SheetOptions {
  readonly media: string;
  readonly sides: Sides;
}

const PDF = "application/pdf";

interface Paper {
  readonly size: MediaSize;
  /** Asked for where the printer lists no word for the size: a queue without a driver lists none. */
  readonly keyword: string;
}

/** F4, also sold as Folio, is 215 × 330 mm in Indonesia; printers know it as foolscap, 8.5 × 13 inches. */
const PAPERS: Readonly<Record<string, Paper>> = {
  A4: { size: { short: 21_000, long: 29_700 }, keyword: "iso_a4_210x297mm" },
  F4: { size: { short: 21_500, long: 33_000 }, keyword: "na_foolscap_8.5x13in" },
};
/** Foolscap is 0.9 mm wider than F4; the nearest other paper, `om_folio_210x330mm`, is 5 mm narrower. */
const TOLERANCE = 120;

const MM_100_PER_POINT = 2540 / 72;

/** Refuses when the printer takes no PDF, has not that paper, or cannot turn it. */
export async function sheetDocument(
  { jobName, pdf }: SheetDocument,
  printer: PrinterReading,
  { media, sides }: SheetOptions,
): Promise<IppDocument> {
  if (!printer.formats.includes(PDF)) throw refused("format");
  const { pages, size } = await measure(pdf);
  const wishes = { media: paperFor(size, printer.media, media), sides };
  return { jobName, format: PDF, data: pdf, pages, jobAttributes: jobAttributes(printer, wishes) };
}

function paperFor(size: MediaSize, offered: readonly string[], wanted: string): string | undefined {
  if (wanted === "auto") return mediaOf(size, offered, TOLERANCE);
  const paper = PAPERS[wanted];
  return paper ? (mediaOf(paper.size, offered, TOLERANCE) ?? paper.keyword) : wanted;
}

/** Every page is as large as the first. */
async function measure(pdf: Uint8Array): Promise<{ readonly pages: number; readonly size: MediaSize }> {
  const { PDFDocument } = await import("@cantoo/pdf-lib");
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const { width, height } = document.getPage(0).getSize();
    const size = sized(width * MM_100_PER_POINT, height * MM_100_PER_POINT);
    return { pages: document.getPageCount(), size };
  } catch (cause) {
    throw refused("format", cause);
  }
}
