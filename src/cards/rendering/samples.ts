import type { CardDesign } from "../design.ts";
import type { Sample } from "../design-flaws.ts";
import { sizeOf } from "../picture-size.ts";
import type { CardContent } from "../print-job.ts";
import { layersOf, needsPhoto } from "../template.ts";
import { darkPicture, samplePhoto } from "./sample-photo.ts";

/** A design as it is drawn for an invented member. */
export interface Sampled {
  readonly design: CardDesign;
  readonly content: CardContent;
}

/** A member's own data. Where the photo is out of reach an invented face stands in for it: nothing is printed of this. */
export async function onMember(design: CardDesign, content: CardContent): Promise<Sampled> {
  const needsOne = content.photo === undefined && needsPhoto(design.template);
  return { design, content: needsOne ? { ...content, photo: await samplePhoto() } : content };
}

/** `dark` puts a dark photo on the card, and a dark picture where the design has one or waits for one. */
export async function onSample(
  design: CardDesign,
  sample: Sample,
  words: Omit<CardContent, "photo">,
): Promise<Sampled> {
  const isDark = sample === "dark";
  const photo =
    sample === "no-photo" ? undefined : await samplePhoto({ isDark, widthPx: 450, heightPx: 600 });
  return { design: isDark ? await darkened(design) : design, content: { ...words, photo } };
}

async function darkened({ template, assets }: CardDesign): Promise<CardDesign> {
  const dark = new Map<string, Uint8Array>();
  for (const layer of layersOf(template)) {
    if (layer.kind !== "image" || dark.has(layer.asset)) continue;
    const given = assets.get(layer.asset);
    const { widthPx, heightPx } = (given && sizeOf(given)) ?? sizeOfBox(layer.box);
    dark.set(layer.asset, await darkPicture(widthPx, heightPx));
  }
  return { template, assets: dark };
}

/** Ten pixels a millimetre: only the proportion matters. */
const sizeOfBox = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  widthPx: Math.max(1, Math.round(width * 10)),
  heightPx: Math.max(1, Math.round(height * 10)),
});
