import type { CardImage } from "../../src/devices/index.ts";
import type { IppDocument } from "./ipp-client.ts";
import { jobAttributes, type Sides } from "./job-attributes.ts";
import { CARD_TOLERANCE, ID_1, isOtherSize, mediaOf } from "./media-size.ts";
import type { PrinterReading } from "./printer-state.ts";
import { refused } from "./refusal.ts";

/** Best first: the PDF knows its size in millimetres, PNG keeps every pixel, JPEG blurs a little. */
export const CARD_FORMATS = ["application/pdf", "image/png", "image/jpeg"] as const;
type CardFormat = (typeof CARD_FORMATS)[number];

export interface CardOptions {
  readonly format: CardFormat | "auto";
  readonly media: string;
  readonly sides: Sides;
}

const JPEG_QUALITY = 95;

/**
 * Refuses when printer and card have no format in common, when it takes no card of this size (a card in the middle of an A4
 * sheet is a mistake in the queue's settings), or when it cannot turn the card over after all.
 */
export async function cardDocument(
  card: CardImage,
  printer: PrinterReading,
  { format: wanted, media, sides }: CardOptions,
): Promise<IppDocument> {
  const bothSides = sides === "one-sided" ? undefined : card.bothSidesPdf;
  const format = CARD_FORMATS.find(
    (one) =>
      printer.formats.includes(one) &&
      (wanted === "auto" || wanted === one) &&
      // A picture is one side.
      (!bothSides || one === "application/pdf"),
  );
  if (!format) throw refused("format");
  if (media === "auto" && isOtherSize(ID_1, printer.media, CARD_TOLERANCE)) throw refused("page-size");
  const size = media === "auto" ? mediaOf(ID_1, printer.media, CARD_TOLERANCE) : media;
  return {
    jobName: card.jobName,
    format,
    data: bothSides ? await bothSides() : await dataFor(card, format),
    pages: bothSides ? 2 : 1,
    jobAttributes: jobAttributes(printer, { media: size, ...(bothSides && { sides }) }),
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
