import { TitianError } from "../kernel/errors.ts";
import { check } from "../kernel/schema.ts";
import { sizeOf } from "./picture-size.ts";
import { SYMBOLOGIES, type Template, TemplateSchema } from "./template.ts";

/** Bytes of one picture, 8 MB: a background for 600 dpi is far below. */
export const LARGEST_PICTURE_BYTES = 8_000_000;
export const MOST_PICTURES = 20;
/** Of all pictures together. Decoded, a pixel takes four bytes: a small file that claims more is a trap. */
const MOST_PIXELS = 16_000_000;

/**
 * A template from a page or a file. Rejects with `DESIGN_FONT_REFUSED` or `DESIGN_CODE_REFUSED` for what other programs'
 * designs ask for, else with `DESIGN_INVALID`; `at` names the first mistake.
 */
export function checkedTemplate(raw: unknown): Template {
  refuseForeign(raw);
  const { filled, problems } = check(TemplateSchema, raw);
  const [first] = problems;
  if (first !== undefined) throw new TitianError("DESIGN_INVALID", { details: { at: first.slice(0, 120) } });
  return filled as Template;
}

/** The schema would only say that it does not know the word; a designer wants to hear why. */
export function refuseForeign(template: unknown): void {
  for (const { at, layer } of layersIn(template)) {
    const font = Object.keys(layer).find((key) => /^font/i.test(key));
    if (font !== undefined) throw new TitianError("DESIGN_FONT_REFUSED", { details: { at } });
    const { symbology } = layer;
    const isKnown = symbology === undefined || SYMBOLOGIES.some((one) => one === symbology);
    if (layer["kind"] === "barcode" && !isKnown)
      throw new TitianError("DESIGN_CODE_REFUSED", {
        details: { at, symbology: String(symbology).slice(0, 20) },
      });
  }
}

function layersIn(template: unknown): readonly { at: string; layer: Record<string, unknown> }[] {
  if (!isRecord(template)) return [];
  return ["front", "back"].flatMap((name) => {
    const side = template[name];
    const layers = isRecord(side) && Array.isArray(side["layers"]) ? side["layers"] : [];
    return layers.flatMap((layer, index) =>
      isRecord(layer) ? [{ at: `/${name}/layers/${index}`, layer }] : [],
    );
  });
}

/** PNG or JPEG, within the bounds, before a byte of them is decoded. An SVG may carry scripts and addresses. */
export function assertPictures(assets: ReadonlyMap<string, Uint8Array>): void {
  let pixels = 0;
  for (const [picture, bytes] of assets) {
    const size = isPngOrJpeg(bytes) ? sizeOf(bytes) : undefined;
    const area = size ? size.widthPx * size.heightPx : 0;
    pixels += area;
    if (
      area === 0 ||
      bytes.length > LARGEST_PICTURE_BYTES ||
      pixels > MOST_PIXELS ||
      assets.size > MOST_PICTURES
    )
      throw new TitianError("DESIGN_PICTURE_REFUSED", {
        details: { picture, bytes: bytes.length, ...(size ?? {}) },
      });
  }
}

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8];
const isPngOrJpeg = (bytes: Uint8Array): boolean =>
  [PNG, JPEG].some((magic) => magic.every((byte, index) => bytes[index] === byte));

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
