import { checkDesign, worstOfEach } from "../../cards/check-design.ts";
import type { TemplateFinding } from "../../cards/check-template.ts";
import type { CardDesign } from "../../cards/design.ts";
import type { Sample } from "../../cards/design-flaws.ts";
import type { Surface } from "../../cards/geometry.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { LazyRendering } from "../lazy-rendering.ts";
import { SAMPLE_WORDS } from "../messages/sample-cards.ts";
import type { DesignFinding } from "../protocol/design-shapes.ts";
import type { MemberRef } from "./member-directory.ts";
import type { PrintingFlow } from "./printing.ts";

interface Dependencies {
  readonly renderer: LazyRendering;
  readonly printing: Pick<PrintingFlow, "previewForMember">;
}

interface Wanted {
  /** An invented member, or one of INLISLite's. */
  readonly of: Sample | MemberRef;
  readonly side: "front" | "back";
}

/** Shows designs on invented members, and says what speaks against printing them. */
export class DesignPrintCheck {
  readonly #renderer: LazyRendering;
  readonly #printing: Dependencies["printing"];

  constructor({ renderer, printing }: Dependencies) {
    this.#renderer = renderer;
    this.#printing = printing;
  }

  /** Rejects with `BAD_REQUEST` for the back of a card that has none, or as drawing does. */
  async preview(design: CardDesign, { of, side }: Wanted, signal: AbortSignal) {
    const sides =
      typeof of === "string"
        ? await this.#renderer.drawSample(design, of, SAMPLE_WORDS[of], signal)
        : await this.#renderer.drawMember(design, await this.#printing.previewForMember(of, signal), signal);
    const drawn = sides[side === "front" ? 0 : 1];
    if (!drawn) throw new TitianError("BAD_REQUEST", { details: { at: "/side" } });
    const { widthPx, heightPx, originPx, pxPerMm }: Surface = drawn.surface;
    return { png: await this.#renderer.png(drawn), widthPx, heightPx, originPx: { ...originPx }, pxPerMm };
  }

  async findings(design: CardDesign, signal: AbortSignal): Promise<DesignFinding[]> {
    const measured = await this.#renderer.measure(design, SAMPLE_WORDS, signal);
    return worstOfEach([...checkDesign(design), ...measured]).map((one) => viewOf(one, design));
  }

  /** Rejects with `DESIGN_NOT_PRINTABLE`, which names the first finding that refuses. */
  async assertPrints(design: CardDesign, signal: AbortSignal): Promise<void> {
    const refused = (await this.findings(design, signal)).filter(({ severity }) => severity === "refuse");
    const [first] = refused;
    if (!first) return;
    const details = { flaw: first.flaw, side: first.side, refusals: refused.length };
    throw new TitianError("DESIGN_NOT_PRINTABLE", { details });
  }
}

function viewOf(finding: TemplateFinding, { template }: CardDesign): DesignFinding {
  const { flaw, severity, side, layer, measured = null, least = null } = finding;
  const found = layer === undefined ? undefined : template[side]?.layers[layer];
  const box = found && "box" in found ? { ...found.box } : null;
  return { flaw, severity, side, layer: layer ?? null, box, measured, least };
}
