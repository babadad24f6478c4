import { type ErrorCode, TitianError } from "../../kernel/errors.ts";
import type { TemplateFinding } from "../check-template.ts";
import { isShown } from "../condition.ts";
import type { CardDesign } from "../design.ts";
import type { Sample } from "../design-flaws.ts";
import type { CardContent } from "../print-job.ts";
import { layersOf, needsPhoto, type Side, type Template } from "../template.ts";
import type { CanvasCardRenderer } from "./card-renderer.ts";
import { ourFonts } from "./fonts.ts";
import { measureCode } from "./measure-codes.ts";
import { measureTexts } from "./measure-text.ts";
import { cardPng } from "./png.ts";
import type { DrawnSide } from "./render.ts";
import { onSample } from "./samples.ts";
import { verifyCard } from "./verify.ts";

export type SampleWords = Readonly<Record<Sample, Omit<CardContent, "photo">>>;

type Drawer = Pick<CanvasCardRenderer, "drawDesign">;
type SideName = TemplateFinding["side"];

/** On whose cards what is wrong is in everybody's way; on the others it is a warning. */
const USUAL: readonly Sample[] = ["short", "minor", "no-photo"];
/** Whose words are measured: a picture darker than the library's own says nothing about them. */
const WITH_WORDS: readonly Sample[] = [...USUAL, "worst"];
/** Millimetres: letters of a usual card, and of the longest name there is. */
const LEAST_TEXT_MM = 1.6;
const LEAST_SHRUNK_MM = 1;
/** Under this nobody sees that something stands there. */
const INVISIBLE = 2;
/** Pixels of a module at 300 dpi. */
const LEAST_MODULE_PX = { barcode: 3, qr: 4 } as const;
/** Modules of light: Code 128 and Code 39; ISO/IEC 18004. */
const QUIET_MODULES = { barcode: 10, qr: 4 } as const;
/** Black on white has 21; a grey ground that returns half the light has 11. */
const LEAST_CODE_CONTRAST = 10;
const DOES_NOT_FIT: readonly ErrorCode[] = ["MEMBER_NO_TOO_LONG", "MEMBER_NO_UNPRINTABLE"];

/** Draws the design for invented members, measures what came out, and reads it back. The same may be found on several. */
export async function measureDesign(
  renderer: Drawer,
  design: CardDesign,
  words: SampleWords,
  signal: AbortSignal,
): Promise<readonly TemplateFinding[]> {
  const found: TemplateFinding[] = [];
  for (const sample of Object.keys(words) as Sample[]) {
    if (!mayDiffer(sample, design.template)) continue;
    found.push(...(await onOne(renderer, design, sample, words, signal)));
  }
  return found;
}

/** Members whose card is drawn as everybody's are not drawn again; nor one without the photo that it cannot be without. */
function mayDiffer(sample: Sample, template: Template): boolean {
  const layers = layersOf(template);
  if (sample === "minor") return layers.some(({ when }) => when?.minor !== undefined);
  if (sample !== "no-photo") return true;
  return (
    !needsPhoto(template) && layers.some(({ kind, when }) => kind === "photo" || when?.photo !== undefined)
  );
}

async function onOne(
  renderer: Drawer,
  design: CardDesign,
  sample: Sample,
  words: SampleWords,
  signal: AbortSignal,
): Promise<readonly TemplateFinding[]> {
  const sampled = await onSample(design, sample, words[sample]);
  const isUsual = USUAL.includes(sample);
  let drawn: readonly DrawnSide[];
  try {
    drawn = await renderer.drawDesign(sampled.design, sampled.content, signal);
  } catch (error) {
    signal.throwIfAborted();
    return [undrawn(TitianError.from(error), isUsual)];
  }
  const found: TemplateFinding[] = [];
  for (const [index, one] of drawn.entries()) {
    const name = index === 0 ? "front" : "back";
    const side = sampled.design.template[name];
    if (!side) continue;
    found.push(...codeFindings(name, side, sampled.content, one, isUsual));
    if (!WITH_WORDS.includes(sample)) continue;
    const draw = upTo(renderer, sampled, side, signal);
    const texts = await measureTexts(side, sampled.content, ourFonts(), draw);
    found.push(...textFindings(name, texts, isUsual));
  }
  return [...found, ...(await readFindings(drawn, sampled.content, signal))];
}

/** A number that one design cannot carry is that member's trouble; one that nobody's card can carry is the design's. */
function undrawn({ code }: TitianError, isUsual: boolean): TemplateFinding {
  const flaw = DOES_NOT_FIT.includes(code) ? "number-does-not-fit" : "not-drawn";
  const severity = isUsual || flaw === "not-drawn" ? "refuse" : "warn";
  return { flaw, severity, side: "front", layer: undefined };
}

/** The side alone, with so many of its layers. */
function upTo(
  renderer: Drawer,
  { design, content }: { readonly design: CardDesign; readonly content: CardContent },
  side: Side,
  signal: AbortSignal,
): (layers: number) => Promise<DrawnSide> {
  const { back: _, ...oneSided } = design.template;
  return async (layers) => {
    // Ten milliseconds at a time: somebody may be waiting for an answer meanwhile.
    await new Promise((done) => setImmediate(done));
    const template: Template = { ...oneSided, front: { layers: side.layers.slice(0, layers) } };
    const [drawn] = await renderer.drawDesign({ ...design, template }, content, signal);
    if (!drawn) throw new TitianError("INTERNAL");
    return drawn;
  };
}

function codeFindings(
  name: SideName,
  { layers }: Side,
  content: CardContent,
  drawn: DrawnSide,
  isUsual: boolean,
): readonly TemplateFinding[] {
  const shown = layers.flatMap((layer, index) =>
    (layer.kind === "barcode" || layer.kind === "qr") && isShown(layer, content)
      ? [{ kind: layer.kind, index }]
      : [],
  );
  return drawn.codes.flatMap((code, at): readonly TemplateFinding[] => {
    const layer = shown[at];
    if (!layer) return [];
    const measured = measureCode(drawn, code);
    const place = { side: name, layer: layer.index };
    const severity = isUsual ? "refuse" : "warn";
    return [
      low("module-small", severity, place, measured.modulePx, LEAST_MODULE_PX[layer.kind]),
      low("quiet-zone", "refuse", place, measured.quietModules, QUIET_MODULES[layer.kind]),
      low("code-contrast", "refuse", place, measured.contrast, LEAST_CODE_CONTRAST),
    ].flat();
  });
}

function textFindings(
  side: SideName,
  texts: Awaited<ReturnType<typeof measureTexts>>,
  isUsual: boolean,
): readonly TemplateFinding[] {
  return texts.flatMap(({ layer, size, contrast, least }) => {
    const severity = contrast < INVISIBLE ? "refuse" : "warn";
    return [
      ...low("text-contrast", severity, { side, layer }, contrast, least),
      ...(isUsual
        ? low("text-small", "warn", { side, layer }, size, LEAST_TEXT_MM)
        : low("text-shrunk", "warn", { side, layer }, size, LEAST_SHRUNK_MM)),
    ];
  });
}

/** What no scanner reads is in the way, whoever's card it is. */
async function readFindings(
  drawn: readonly DrawnSide[],
  { memberNo }: CardContent,
  signal: AbortSignal,
): Promise<readonly TemplateFinding[]> {
  const found: TemplateFinding[] = [];
  for (const [index, { canvas, surface, codes }] of drawn.entries()) {
    if (codes.length === 0) continue;
    const png = await cardPng(canvas, surface.dpi);
    const front = { png, headPng: png, codes: codes.length };
    try {
      await verifyCard({ front, back: undefined }, memberNo, signal);
    } catch (error) {
      if (TitianError.from(error).code !== "CARD_UNREADABLE") throw error;
      const side = index === 0 ? "front" : "back";
      found.push({ flaw: "code-unreadable", severity: "refuse", side, layer: undefined });
    }
  }
  return found;
}

function low(
  flaw: TemplateFinding["flaw"],
  severity: TemplateFinding["severity"],
  place: Pick<TemplateFinding, "side" | "layer">,
  measured: number,
  least: number,
): readonly TemplateFinding[] {
  if (measured >= least - 1e-6) return [];
  return [{ flaw, severity, ...place, measured: Math.round(measured * 100) / 100, least }];
}
