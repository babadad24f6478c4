import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { RASTER } from "../geometry.ts";
import type { CardContent, CardRenderer, RenderedCard } from "../print-job.ts";
import type { Template } from "../template.ts";
import type { Measure } from "../text-fit.ts";
import { ourFonts } from "./fonts.ts";
import { cardPdf } from "./pdf.ts";
import { cardPng } from "./png.ts";
import { drawCard } from "./render.ts";
import { verifyCard } from "./verify.ts";

/**
 * Draws and reads back without a thread of its own: decoding, encoding and compressing run in the libraries' pools, and
 * what is left holds the event loop for 11 to 19 ms a card, 34 ms for the first (two cores, Node 24).
 */
export class CanvasCardRenderer implements CardRenderer {
  readonly #templates: ReadonlyMap<string, Template>;
  #measure: Measure | undefined;

  constructor(templates: readonly Template[]) {
    this.#templates = new Map(templates.map((template) => [template.name, template]));
  }

  async render(name: string, content: CardContent, signal: AbortSignal): Promise<RenderedCard> {
    signal.throwIfAborted();
    const template = this.#templates.get(name);
    if (!template)
      throw new TitianError("CARD_TEMPLATE_UNKNOWN", { details: { template: name.slice(0, 60) } });

    this.#measure ??= ourFonts();
    const card = await drawCard(template, content, this.#measure);
    signal.throwIfAborted();
    const [png, pdf] = await Promise.all([cardPng(card.canvas), cardPdf(card)]);
    return { png, pdf, ...RASTER };
  }

  verify(png: Uint8Array, memberNo: MemberNo, signal: AbortSignal): Promise<string> {
    return verifyCard(png, memberNo, signal);
  }
}
