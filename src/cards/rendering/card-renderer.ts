import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { type CardDesign, type DesignRef, nameOf } from "../design.ts";
import type { DesignSource } from "../design-source.ts";
import { type Surface, surfaceOf } from "../geometry.ts";
import type { CardContent, CardRenderer, RenderedCard, RenderedSide } from "../print-job.ts";
import { layersOf, needsPhoto, type Template } from "../template.ts";
import type { Measure } from "../text-fit.ts";
import { ourFonts } from "./fonts.ts";
import { cardPdf } from "./pdf.ts";
import { decodePicture } from "./picture.ts";
import { PictureCache } from "./picture-cache.ts";
import { cardPng } from "./png.ts";
import { type DrawnSide, drawSide, type Pictures } from "./render.ts";
import { verifyCard } from "./verify.ts";

/**
 * Draws and reads back without a thread of its own: decoding, encoding and compressing run in the libraries' pools, and
 * what is left holds the event loop for 11 to 19 ms a side, 34 ms for the first (two cores, Node 24).
 */
export class CanvasCardRenderer implements CardRenderer {
  readonly #designs: Pick<DesignSource, "get">;
  readonly #pictures = new PictureCache();
  #measure: Measure | undefined;

  /** Asked for the design of each card anew: one that was edited is used at once. */
  constructor(designs: Pick<DesignSource, "get">) {
    this.#designs = designs;
  }

  async render(design: DesignRef, content: CardContent, signal: AbortSignal): Promise<RenderedCard> {
    return asCard(await this.draw(design, content, signal));
  }

  /** The front, and the back of a card that has one, on a head's surface or the one given. Rejects as `render` does. */
  async draw(
    ref: DesignRef,
    content: CardContent,
    signal: AbortSignal,
    on?: Surface,
  ): Promise<readonly DrawnSide[]> {
    const design = this.#designs.get(ref);
    if (!design)
      throw new TitianError("CARD_TEMPLATE_UNKNOWN", { details: { template: nameOf(ref).slice(0, 60) } });
    return this.drawDesign(design, content, signal, on);
  }

  /** A design that need not be on the shelf: what is in the designer right now. */
  async drawDesign(
    { template, assets }: CardDesign,
    content: CardContent,
    signal: AbortSignal,
    on?: Surface,
  ): Promise<readonly DrawnSide[]> {
    signal.throwIfAborted();
    const { front, back, orientation } = template;
    if (needsPhoto(template) && !content.photo) throw new TitianError("PHOTO_MISSING");

    const pictures = { photo: await photoOf(template, content), assets: await this.#pictures.of({ assets }) };
    signal.throwIfAborted();
    this.#measure ??= ourFonts();
    const means = { surface: on ?? surfaceOf(orientation), measure: this.#measure, pictures };
    return (back ? [front, back] : [front]).map((side) => drawSide(side, content, means));
  }

  verify(card: RenderedCard, memberNo: MemberNo, signal: AbortSignal): Promise<string> {
    return verifyCard(card, memberNo, signal);
  }
}

/** What a printer and a reader of barcodes take. */
export async function asCard(drawn: readonly DrawnSide[]): Promise<RenderedCard> {
  const [front, back] = await Promise.all(drawn.map(rendered));
  if (!front) throw new TitianError("INTERNAL");
  const pdf = await cardPdf(drawn.slice(0, 1));
  return { front, back, pdf, ...(back && { bothSidesPdf: () => cardPdf(drawn) }) };
}

async function photoOf(template: Template, { photo }: CardContent): Promise<Pictures["photo"]> {
  const isShown = layersOf(template).some(({ kind }) => kind === "photo");
  return isShown && photo ? decodePicture(photo) : undefined;
}

async function rendered({ canvas, surface, codes }: DrawnSide): Promise<RenderedSide> {
  const png = await cardPng(canvas, surface.dpi);
  const headPng = surface.orientation === "landscape" ? png : await cardPng(turned(canvas), surface.dpi);
  return { png, headPng, codes: codes.length };
}

/** An upright card goes through the printer on its side: its top is where a landscape card has its left edge. */
function turned(upright: Canvas): Canvas {
  const canvas = createCanvas(upright.height, upright.width);
  const context = canvas.getContext("2d");
  context.translate(0, upright.width);
  context.rotate(-Math.PI / 2);
  context.drawImage(upright, 0, 0);
  return canvas;
}
