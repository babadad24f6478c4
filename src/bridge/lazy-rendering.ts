import type { TemplateFinding } from "../cards/check-template.ts";
import type { CardDesign, DesignRef } from "../cards/design.ts";
import type { Sample } from "../cards/design-flaws.ts";
import type { DesignSource } from "../cards/design-source.ts";
import type { Surface } from "../cards/geometry.ts";
import type { CardContent, CardRenderer, RenderedCard } from "../cards/print-job.ts";
import type { DigitalCard } from "../cards/rendering/digital-card.ts";
import type { CropShares, MadePhoto, PhotoCopy, PhotoEdits } from "../cards/rendering/photo.ts";
import type { DrawnSide } from "../cards/rendering/render.ts";
import type { MemberNo } from "../kernel/types.ts";
import type { SampleWords } from "./messages/sample-cards.ts";

/** Canvas, fonts and the barcode reader come with the first picture: a desk that only waits needs none of their 65 MiB. */
export class LazyRendering implements CardRenderer {
  readonly #designs: Pick<DesignSource, "get">;
  #loading: ReturnType<typeof load> | undefined;

  constructor(designs: Pick<DesignSource, "get">) {
    this.#designs = designs;
  }

  async render(design: DesignRef, content: CardContent, signal: AbortSignal): Promise<RenderedCard> {
    const { renderer } = await this.#load();
    return renderer.render(design, content, signal);
  }

  /** On a head's surface, or on the one given. */
  async draw(
    design: DesignRef,
    content: CardContent,
    signal: AbortSignal,
    on?: Surface,
  ): Promise<readonly DrawnSide[]> {
    const { renderer } = await this.#load();
    return renderer.draw(design, content, signal, on);
  }

  async verify(card: RenderedCard, memberNo: MemberNo, signal: AbortSignal): Promise<string> {
    const { renderer } = await this.#load();
    return renderer.verify(card, memberNo, signal);
  }

  async cropPhoto(bytes: Uint8Array, crop: CropShares, signal: AbortSignal): Promise<Uint8Array> {
    const { photos } = await this.#load();
    return photos.cropPhoto(bytes, crop, signal);
  }

  async makePhoto(
    bytes: Uint8Array,
    edits: PhotoEdits,
    copy: PhotoCopy,
    signal: AbortSignal,
  ): Promise<MadePhoto> {
    const { photos } = await this.#load();
    return photos.makePhoto(bytes, edits, copy, signal);
  }

  async originalOf(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
    const { photos } = await this.#load();
    return photos.originalOf(bytes, signal);
  }

  async digitalCard(content: CardContent, signal: AbortSignal): Promise<DigitalCard> {
    const { digitalCard } = await import("../cards/rendering/digital-card.ts");
    return digitalCard(content, signal);
  }

  /** An INLISLite photo is 3:4 or 4:5 already; what is not loses its edges. */
  wholePhoto(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
    return this.cropPhoto(bytes, { x: 0, y: 0, width: 1, height: 1 }, signal);
  }

  async testSheet(lines: readonly string[]): Promise<Uint8Array> {
    const { testSheetPdf } = await import("../cards/rendering/test-sheet.ts");
    return testSheetPdf({ lines });
  }

  /** Both sides of a design that need not be on the shelf, for an invented member. */
  async drawSample(
    design: CardDesign,
    sample: Sample,
    words: SampleWords,
    signal: AbortSignal,
  ): Promise<readonly DrawnSide[]> {
    const { renderer } = await this.#load();
    const { onSample } = await import("../cards/rendering/samples.ts");
    const sampled = await onSample(design, sample, words);
    return renderer.drawDesign(sampled.design, sampled.content, signal);
  }

  /** The same with a member's own data, for the eye alone. */
  async drawMember(
    design: CardDesign,
    content: CardContent,
    signal: AbortSignal,
  ): Promise<readonly DrawnSide[]> {
    const { renderer } = await this.#load();
    const { onMember } = await import("../cards/rendering/samples.ts");
    const drawn = await onMember(design, content);
    return renderer.drawDesign(drawn.design, drawn.content, signal);
  }

  /** What is measured on drawn cards and read back from them. */
  async measure(
    design: CardDesign,
    words: Readonly<Record<Sample, SampleWords>>,
    signal: AbortSignal,
  ): Promise<readonly TemplateFinding[]> {
    const { renderer } = await this.#load();
    const { measureDesign } = await import("../cards/rendering/measure-design.ts");
    return measureDesign(renderer, design, words, signal);
  }

  async png({ canvas, surface }: DrawnSide): Promise<Uint8Array> {
    const { cardPng } = await import("../cards/rendering/png.ts");
    return cardPng(canvas, surface.dpi);
  }

  /** As a printer takes it. */
  async asCard(drawn: readonly DrawnSide[]): Promise<RenderedCard> {
    const { asCard } = await import("../cards/rendering/card-renderer.ts");
    return asCard(drawn);
  }

  #load(): ReturnType<typeof load> {
    this.#loading ??= load(this.#designs);
    return this.#loading;
  }
}

async function load(designs: Pick<DesignSource, "get">) {
  const [{ CanvasCardRenderer }, photos] = await Promise.all([
    import("../cards/rendering/card-renderer.ts"),
    import("../cards/rendering/photo.ts"),
  ]);
  return { renderer: new CanvasCardRenderer(designs), photos };
}
