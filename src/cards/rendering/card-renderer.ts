import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";
import type { CardDesign } from "../design.ts";
import { type Surface, surfaceOf } from "../geometry.ts";
import type { CardContent, CardRenderer, RenderedCard, RenderedSide } from "../print-job.ts";
import { layersOf, needsPhoto } from "../template.ts";
import type { Measure } from "../text-fit.ts";
import { ourFonts } from "./fonts.ts";
import { cardPdf } from "./pdf.ts";
import { decodePicture } from "./picture.ts";
import { cardPng } from "./png.ts";
import { type DrawnSide, drawSide, type Pictures } from "./render.ts";
import { verifyCard } from "./verify.ts";

/**
 * Draws and reads back without a thread of its own: decoding, encoding and compressing run in the libraries' pools, and
 * what is left holds the event loop for 11 to 19 ms a side, 34 ms for the first (two cores, Node 24).
 */
export class CanvasCardRenderer implements CardRenderer {
  readonly #designs: ReadonlyMap<string, CardDesign>;
  /** A design's own pictures are the same on every card of a batch: decoded with the first. */
  readonly #assets = new Map<string, Promise<Pictures["assets"]>>();
  #measure: Measure | undefined;

  constructor(designs: readonly CardDesign[]) {
    this.#designs = new Map(designs.map((design) => [design.template.name, design]));
  }

  async render(name: string, content: CardContent, signal: AbortSignal): Promise<RenderedCard> {
    const drawn = await this.draw(name, content, signal);
    const [front, back] = await Promise.all(drawn.map(rendered));
    if (!front) throw new TitianError("INTERNAL");
    return { front, back, pdf: await cardPdf(drawn) };
  }

  /** The front, and the back of a card that has one, on a head's surface or the one given. Rejects as `render` does. */
  async draw(
    name: string,
    content: CardContent,
    signal: AbortSignal,
    on?: Surface,
  ): Promise<readonly DrawnSide[]> {
    signal.throwIfAborted();
    const design = this.#designs.get(name);
    if (!design) throw new TitianError("CARD_TEMPLATE_UNKNOWN", { details: { template: name.slice(0, 60) } });
    const { front, back, orientation } = design.template;
    if (needsPhoto(design.template) && !content.photo) throw new TitianError("PHOTO_MISSING");

    const pictures = { photo: await photoOf(design, content), assets: await this.#assetsOf(design) };
    signal.throwIfAborted();
    this.#measure ??= ourFonts();
    const means = { surface: on ?? surfaceOf(orientation), measure: this.#measure, pictures };
    return (back ? [front, back] : [front]).map((side) => drawSide(side, content, means));
  }

  #assetsOf({ template, assets }: CardDesign): Promise<Pictures["assets"]> {
    const decoded = this.#assets.get(template.name) ?? decodeAll(assets);
    this.#assets.set(template.name, decoded);
    return decoded;
  }

  verify(card: RenderedCard, memberNo: MemberNo, signal: AbortSignal): Promise<string> {
    return verifyCard(card, memberNo, signal);
  }
}

async function photoOf({ template }: CardDesign, { photo }: CardContent): Promise<Pictures["photo"]> {
  const isShown = layersOf(template).some(({ kind }) => kind === "photo");
  return isShown && photo ? decodePicture(photo) : undefined;
}

async function decodeAll(assets: CardDesign["assets"]): Promise<Pictures["assets"]> {
  const decoded = [...assets].map(async ([name, bytes]) => [name, await decodePicture(bytes)] as const);
  return new Map(await Promise.all(decoded));
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
