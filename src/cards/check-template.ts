import type { DesignFlaw } from "./design-flaws.ts";
import { type Box, CARD } from "./geometry.ts";
import type { Layer, Side, Template } from "./template.ts";

export interface TemplateFinding {
  readonly flaw: DesignFlaw;
  readonly severity: "refuse" | "warn";
  readonly side: "front" | "back";
  /** Counts from 0 within its side; undefined where it is the side as a whole. */
  readonly layer: number | undefined;
  /** Of what was measured on a drawn card: contrast as n : 1, millimetres of em, pixels or modules. */
  readonly measured?: number;
  /** What it should be, in the same unit. */
  readonly least?: number;
}

/** Nobody reads smaller letters on a card held in the hand, mm. */
const LEAST_TEXT_MM = 1.6;
/** A Code 128 of 16 digits with its light, 3 px a module: 36.3 mm (facts/cards.md 7). Narrower boxes end where a NIK begins. */
const NARROWEST_MM = 36.3;
/** The punched slot: 14 × 3 mm, 3 to 5 mm from its edge; with a millimetre all round for a knife that slips. */
const SLOT = { longMm: 16, depthMm: 9 } as const;

/** The print check of a template, without drawing it. An empty list means that nothing speaks against it. */
export function checkTemplate(template: Template, assets: ReadonlySet<string>): readonly TemplateFinding[] {
  const sides = [
    ["front", template.front] as const,
    ...(template.back ? [["back", template.back] as const] : []),
  ];
  const hasCode = sides.some(([, { layers }]) => layers.some(isCode));
  return [
    ...(hasCode ? [] : [{ flaw: "no-code", severity: "refuse", side: "front", layer: undefined } as const]),
    ...sides.flatMap(([name, side]) =>
      flawsOf(side, template, assets).map(([layer, flaw]) => ({
        flaw,
        severity: severityOf(flaw),
        side: name,
        layer,
      })),
    ),
  ];
}

const WARNINGS: readonly DesignFlaw[] = [
  ...(["outside-safe-zone", "in-slot", "text-small", "picture-missing", "code-too-narrow"] as const),
];
const severityOf = (flaw: DesignFlaw): "refuse" | "warn" => (WARNINGS.includes(flaw) ? "warn" : "refuse");

function flawsOf(
  { layers }: Side,
  { orientation, slot }: Template,
  assets: ReadonlySet<string>,
): readonly (readonly [number, DesignFlaw])[] {
  const isLandscape = orientation === "landscape";
  const card = {
    ...{ x: 0, y: 0 },
    width: isLandscape ? CARD.longMm : CARD.shortMm,
    height: isLandscape ? CARD.shortMm : CARD.longMm,
  };
  const punched =
    slot === "none" ? undefined : slotOf(card, slot === "long-edge" ? isLandscape : !isLandscape);
  // A background may lie twice on one side, at its size and under the bleed: it is missed once.
  const missed = new Set<string>();
  return layers.flatMap((layer, index): readonly (readonly [number, DesignFlaw])[] => {
    const found: DesignFlaw[] = [];
    const box = "box" in layer ? layer.box : undefined;
    if (box && isCode(layer)) found.push(...codeFlaws(layer, box, layers.slice(index + 1), card, punched));
    else if (box && (layer.kind === "text" || layer.kind === "photo")) {
      if (!isInside(box, safeZone(card))) found.push("outside-safe-zone");
      if (punched && overlaps(box, punched)) found.push("in-slot");
    }
    if (layer.kind === "text" && layer.minSize < LEAST_TEXT_MM) found.push("text-small");
    if (layer.kind === "image" && !assets.has(layer.asset) && !missed.has(layer.asset)) {
      missed.add(layer.asset);
      found.push("picture-missing");
    }
    return found.map((flaw) => [index, flaw] as const);
  });
}

function codeFlaws(
  layer: Layer,
  box: Box,
  above: readonly Layer[],
  card: Box,
  punched: Box | undefined,
): readonly DesignFlaw[] {
  const found: DesignFlaw[] = [];
  if (!isInside(box, safeZone(card))) found.push("code-outside-safe-zone");
  if (punched && overlaps(box, punched)) found.push("code-in-slot");
  // A number may stand in the white of its own code; anything that has a ground of its own may not.
  const covers = above.some((one) => "box" in one && one.kind !== "text" && overlaps(one.box, box));
  if (covers) found.push("code-covered");
  if (layer.kind === "barcode") {
    if (layer.barsTop + layer.barsHeight > box.height) found.push("bars-outside-their-box");
    if (box.width < NARROWEST_MM) found.push("code-too-narrow");
  }
  return found;
}

const isCode = ({ kind }: Layer): boolean => kind === "barcode" || kind === "qr";

const safeZone = ({ width, height }: Box): Box => ({
  ...{ x: CARD.safeMm, y: CARD.safeMm },
  width: width - 2 * CARD.safeMm,
  height: height - 2 * CARD.safeMm,
});

/** In the middle of the upper edge, or of the left one. */
function slotOf({ width, height }: Box, isAtTop: boolean): Box {
  return isAtTop
    ? { x: (width - SLOT.longMm) / 2, y: 0, width: SLOT.longMm, height: SLOT.depthMm }
    : { x: 0, y: (height - SLOT.longMm) / 2, width: SLOT.depthMm, height: SLOT.longMm };
}

const TOLERANCE_MM = 1e-6;

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - TOLERANCE_MM &&
  inner.y >= outer.y - TOLERANCE_MM &&
  inner.x + inner.width <= outer.x + outer.width + TOLERANCE_MM &&
  inner.y + inner.height <= outer.y + outer.height + TOLERANCE_MM;

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
