import type { CardImage } from "../../src/devices/index.ts";
import type { IppDocument } from "./ipp-client.ts";
import { type IppAttribute, ipp } from "./ipp-message.ts";
import type { PrinterReading } from "./printer-state.ts";

/** Best first: the PDF knows its size in millimetres, PNG keeps every pixel, JPEG blurs a little. */
export const CARD_FORMATS = ["application/pdf", "image/png", "image/jpeg"] as const;
export type CardFormat = (typeof CARD_FORMATS)[number];

export interface DocumentOptions {
  readonly format: CardFormat | "auto";
  readonly media: string;
}

/** ID-1 in hundredths of a millimetre, and how far "54 × 86 mm" and its like may be off. */
const ID_1 = { short: 5398, long: 8560, tolerance: 70 } as const;
const JPEG_QUALITY = 95;

/** Undefined when printer and card have no format in common. */
export async function documentFor(
  card: CardImage,
  printer: PrinterReading,
  options: DocumentOptions,
): Promise<IppDocument | undefined> {
  const format = CARD_FORMATS.find(
    (one) => printer.formats.includes(one) && (options.format === "auto" || options.format === one),
  );
  if (!format) return undefined;
  return {
    jobName: card.jobName,
    format,
    data: await dataFor(card, format),
    jobAttributes: jobAttributesFor(printer, options),
  };
}

async function dataFor(card: CardImage, format: CardFormat): Promise<Uint8Array> {
  if (format === "application/pdf") return card.pdf;
  if (format === "image/png") return card.png;
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const picture = await loadImage(Buffer.from(card.png));
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas.encode("jpeg", JPEG_QUALITY);
}

function jobAttributesFor(printer: PrinterReading, { media }: DocumentOptions): readonly IppAttribute[] {
  const size = media === "auto" ? printer.media.find(isCardSize) : media;
  return [
    ...(size ? [ipp.keyword("media", size)] : []),
    // A card is clipped at its edge, never scaled: scaling moves the bars off the pixels.
    ...(printer.scalings.includes("none") ? [ipp.keyword("print-scaling", "none")] : []),
  ];
}

/** PWG 5101.1 names end in the size: `om_card_54x86mm`, `custom_cr80_53.98x85.6mm`, `custom_cr80_2.13x3.37in`. */
export function isCardSize(media: string): boolean {
  const [, width, height, unit] = /_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$/.exec(media) ?? [];
  if (!width || !height || /^custom_(?:min|max)_/.test(media)) return false;
  const hundredths = (text: string): number => Number(text) * (unit === "in" ? 2540 : 100);
  const [short, long] = [hundredths(width), hundredths(height)].sort((a, b) => a - b) as [number, number];
  return Math.abs(short - ID_1.short) <= ID_1.tolerance && Math.abs(long - ID_1.long) <= ID_1.tolerance;
}
