import type { DesignRef } from "../cards/design.ts";
import { type Orientation, paperSurface, type Surface } from "../cards/geometry.ts";
import type { CardContent } from "../cards/print-job.ts";
import type { CalibrationPage } from "../cards/rendering/calibration-pdf.ts";
import type { PaperCard } from "../cards/rendering/paper-card.ts";
import type { DrawnSide } from "../cards/rendering/render.ts";
import type { Sheet } from "../cards/rendering/sheet-pdf.ts";
import type { SheetLayout } from "../cards/sheets/sheet-layout.ts";

/** What an office printer resolves without guessing; the bars themselves are shapes. */
const PAPER_DPI = 300;

interface Drawing {
  draw(
    design: DesignRef,
    content: CardContent,
    signal: AbortSignal,
    on?: Surface,
  ): Promise<readonly DrawnSide[]>;
}

export interface CardOnPaper {
  readonly design: Exclude<DesignRef, string>;
  readonly orientation: Orientation;
  readonly content: CardContent;
}

/** Cards for paper and trays; the libraries come with the first of them. */
export class SheetRendering {
  readonly #cards: Drawing;

  constructor(cards: Drawing) {
    this.#cards = cards;
  }

  /** Drawn with the layout's own bleed and read back. Rejects as `CardRenderer.render` and `verify` do. */
  async card(
    { design, orientation, content }: CardOnPaper,
    { bleedMm }: SheetLayout,
    signal: AbortSignal,
  ): Promise<PaperCard> {
    const surface = paperSurface(orientation, PAPER_DPI, bleedMm);
    const drawn = await this.#cards.draw(design, content, signal, surface);
    const { provedCard } = await import("../cards/rendering/paper-card.ts");
    return provedCard(drawn, content.memberNo, signal);
  }

  async thumbnail(design: DesignRef, content: CardContent, signal: AbortSignal): Promise<Uint8Array> {
    const [front] = await this.#cards.draw(design, content, signal);
    if (!front) throw new Error("a card has a front");
    const { thumbnailOf } = await import("../cards/rendering/paper-card.ts");
    return thumbnailOf(front);
  }

  async sheet(sheet: Sheet): Promise<Uint8Array> {
    const { sheetPdf } = await import("../cards/rendering/sheet-pdf.ts");
    return sheetPdf(sheet);
  }

  async calibration(page: CalibrationPage): Promise<Uint8Array> {
    const { calibrationPdf } = await import("../cards/rendering/calibration-pdf.ts");
    return calibrationPdf(page);
  }
}
