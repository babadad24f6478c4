import { withoutAssets } from "../cards/design.ts";
import type { CardContent, CardRenderer, RenderedCard } from "../cards/print-job.ts";
import type { CropShares } from "../cards/rendering/photo.ts";
import { TEMPLATES } from "../cards/templates/installed.ts";
import type { MemberNo } from "../kernel/types.ts";

/** Canvas, fonts and the barcode reader come with the first picture: a desk that only waits needs none of their 65 MiB. */
export class LazyRendering implements CardRenderer {
  #loading: ReturnType<typeof load> | undefined;

  async render(template: string, content: CardContent, signal: AbortSignal): Promise<RenderedCard> {
    const { renderer } = await this.#load();
    return renderer.render(template, content, signal);
  }

  async verify(card: RenderedCard, memberNo: MemberNo, signal: AbortSignal): Promise<string> {
    const { renderer } = await this.#load();
    return renderer.verify(card, memberNo, signal);
  }

  async cropPhoto(bytes: Uint8Array, crop: CropShares, signal: AbortSignal): Promise<Uint8Array> {
    const { crop: cropNow } = await this.#load();
    return cropNow(bytes, crop, signal);
  }

  async testSheet(lines: readonly string[]): Promise<Uint8Array> {
    const { testSheetPdf } = await import("../cards/rendering/test-sheet.ts");
    return testSheetPdf({ lines });
  }

  #load(): ReturnType<typeof load> {
    this.#loading ??= load();
    return this.#loading;
  }
}

async function load() {
  const [{ CanvasCardRenderer }, { cropPhoto: crop }] = await Promise.all([
    import("../cards/rendering/card-renderer.ts"),
    import("../cards/rendering/photo.ts"),
  ]);
  return { renderer: new CanvasCardRenderer(TEMPLATES.map(withoutAssets)), crop };
}
