import { PDFDocument } from "@cantoo/pdf-lib";
import { TitianError } from "../../kernel/errors.ts";
import { isShown } from "../condition.ts";
import type { Surface } from "../geometry.ts";
import { POINTS_PER_MM } from "../geometry.ts";
import type { CardContent } from "../print-job.ts";
import { CODE_BOX, digitalSide } from "../templates/digital.ts";
import { placeBarcode } from "./barcode.ts";
import { ourFonts } from "./fonts.ts";
import { embedSide, placeSide } from "./pdf.ts";
import { decodePicture } from "./picture.ts";
import { cardPng } from "./png.ts";
import { type DrawnSide, drawSide } from "./render.ts";
import { readCodes } from "./verify.ts";

/** Three pixels for each of a phone's 360 × 640: 1080 × 1920. As a page it is the same picture at 600 dpi. */
const PHONE: Surface = {
  orientation: "portrait",
  dpi: 600,
  ...{ widthPx: 1080, heightPx: 1920, widthMm: 45.72, heightMm: 81.28 },
  pxPerMm: 600 / 25.4,
  originPx: { x: 0, y: 0 },
};

/** Two of the phone's own pixels: an imager reads finer bars off glass no longer (facts/cards.md 11). */
const LEAST_MODULE_PX = 6;

export interface DigitalCard {
  /** 1080 × 1920. */
  readonly png: Uint8Array;
  /** One page, 45.7 × 81.3 mm. */
  readonly pdf: Uint8Array;
}

/**
 * The card for a phone: name, photo, number, end of validity, and its codes. A number too long for bars of two pixels has
 * its QR alone. Both codes are read back before anything is given out. Rejects with `MEMBER_NO_UNPRINTABLE`,
 * `MEMBER_NO_TOO_LONG`, `NAME_UNPRINTABLE`, `CARD_UNREADABLE`, or as a photo does that is none.
 */
export async function digitalCard(content: CardContent, signal: AbortSignal): Promise<DigitalCard> {
  signal.throwIfAborted();
  const photo = content.photo && (await decodePicture(content.photo));
  signal.throwIfAborted();
  const layers = digitalSide(hasRoomForBars(content)).layers.filter((layer) => isShown(layer, content));
  const side = drawSide({ layers }, content, {
    surface: PHONE,
    measure: ourFonts(),
    pictures: { photo, assets: new Map() },
  });
  const png = await cardPng(side.canvas, PHONE.dpi);
  signal.throwIfAborted();
  const read = await readCodes(png);
  if (read.length !== side.codes.length || read.some(({ text }) => text !== content.memberNo))
    throw new TitianError("CARD_UNREADABLE");
  return { png, pdf: await pageOf(side) };
}

function hasRoomForBars({ memberNo }: CardContent): boolean {
  try {
    return placeBarcode(memberNo, CODE_BOX, PHONE).modulePx >= LEAST_MODULE_PX;
  } catch (error) {
    if (TitianError.from(error).code === "MEMBER_NO_TOO_LONG") return false;
    throw error;
  }
}

async function pageOf(side: DrawnSide): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([PHONE.widthMm * POINTS_PER_MM, PHONE.heightMm * POINTS_PER_MM]);
  placeSide(page, side, await embedSide(document, side), { xMm: 0, yMm: 0 });
  return document.save({ useObjectStreams: false });
}
