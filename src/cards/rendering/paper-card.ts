import { createCanvas } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";
import type { DrawnSide } from "./render.ts";
import { verifyCard } from "./verify.ts";

/** Wide enough to see whose face and name it is. */
const THUMBNAIL_PX = 340;
const THUMBNAIL_QUALITY = 80;

/** A card as it goes onto a sheet. */
export interface PaperCard {
  readonly front: DrawnSide;
  readonly back: DrawnSide | undefined;
}

/** Reads both sides back, as every card is before it may print. Rejects with `CARD_UNREADABLE`. */
export async function provedCard(
  [front, back]: readonly DrawnSide[],
  memberNo: MemberNo,
  signal: AbortSignal,
): Promise<PaperCard> {
  if (!front) throw new TitianError("INTERNAL");
  const read = async ({ canvas, codes }: DrawnSide) => {
    const png = await canvas.encode("png");
    return { png, headPng: png, codes: codes.length };
  };
  await verifyCard({ front: await read(front), back: back && (await read(back)) }, memberNo, signal);
  return { front, back };
}

/** A small JPEG to look a batch over by. */
export async function thumbnailOf({ canvas }: DrawnSide): Promise<Uint8Array> {
  const scale = THUMBNAIL_PX / Math.max(canvas.width, canvas.height);
  const small = createCanvas(Math.round(canvas.width * scale), Math.round(canvas.height * scale));
  const context = small.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(canvas, 0, 0, small.width, small.height);
  return small.encode("jpeg", THUMBNAIL_QUALITY);
}
