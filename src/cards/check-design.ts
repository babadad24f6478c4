import { checkTemplate, type TemplateFinding } from "./check-template.ts";
import type { CardDesign } from "./design.ts";
import { type Box, CARD } from "./geometry.ts";
import { sizeOf } from "./picture-size.ts";
import type { Layer, Template } from "./template.ts";

/** A background may lose this share of its width or height to the card's form before anybody is told. */
const LOST_SHARE = 0.05;

/** What can be said of a design without drawing it: its layout, and whether its pictures have their boxes' form. */
export function checkDesign({ template, assets }: CardDesign): readonly TemplateFinding[] {
  return [
    ...checkTemplate(template, new Set(assets.keys())),
    ...(["front", "back"] as const).flatMap((side) =>
      (template[side]?.layers ?? []).flatMap((layer, index): readonly TemplateFinding[] => {
        const forms = formsOf(layer, template, assets);
        return forms && isOtherForm(forms)
          ? [{ flaw: "picture-not-the-card", severity: "warn", side, layer: index, ...forms }]
          : [];
      }),
    ),
  ];
}

/** Width to height: of the picture and of the card, for a picture that covers all of it. */
function formsOf(layer: Layer, template: Template, assets: CardDesign["assets"]) {
  if (layer.kind !== "image" || layer.fit !== "cover" || !coversCard(layer.box, template)) return undefined;
  const bytes = assets.get(layer.asset);
  const size = bytes && sizeOf(bytes);
  if (!size) return undefined;
  return {
    measured: rounded(size.widthPx / size.heightPx),
    least: rounded(layer.box.width / layer.box.height),
  };
}

const isOtherForm = ({ measured, least }: { readonly measured: number; readonly least: number }): boolean =>
  1 - Math.min(measured / least, least / measured) > LOST_SHARE;

function coversCard({ x, y, width, height }: Box, { orientation }: Template): boolean {
  const isLandscape = orientation === "landscape";
  const [cardWidth, cardHeight] = isLandscape ? [CARD.longMm, CARD.shortMm] : [CARD.shortMm, CARD.longMm];
  return x <= 0 && y <= 0 && x + width >= cardWidth && y + height >= cardHeight;
}

const rounded = (ratio: number): number => Math.round(ratio * 1000) / 1000;

/** One finding of a kind at one place: what refuses before what warns, then the one measured lowest. */
export function worstOfEach(findings: readonly TemplateFinding[]): readonly TemplateFinding[] {
  const worst = new Map<string, TemplateFinding>();
  for (const one of findings) {
    const key = `${one.flaw} ${one.side} ${one.layer ?? ""}`;
    const known = worst.get(key);
    if (!known || isWorse(one, known)) worst.set(key, one);
  }
  return [...worst.values()];
}

function isWorse(one: TemplateFinding, known: TemplateFinding): boolean {
  if (one.severity !== known.severity) return one.severity === "refuse";
  return (one.measured ?? Number.POSITIVE_INFINITY) < (known.measured ?? Number.POSITIVE_INFINITY);
}
