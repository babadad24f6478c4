import type { CardDesign } from "../../cards/design.ts";
import { checkedTemplate } from "../../cards/design-parts.ts";
import type { DesignShelf } from "../../cards/design-shelf.ts";
import { layersOf } from "../../cards/template.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Draft, DraftOrName } from "../protocol/design-shapes.ts";

type Frames = { readonly take: (id: string) => Uint8Array };

/** The design that a page means: one of the shelf, or what is in its designer right now. */
export function designMeant(
  { draft, name, version }: DraftOrName,
  shelf: DesignShelf,
  frames: Frames,
): CardDesign {
  if (draft && name === undefined) return designOf(draft, shelf, frames);
  if (!draft && name !== undefined) return shelf.require(name, version);
  throw new TitianError("BAD_REQUEST", { details: { at: "/draft" } });
}

/** With the pictures that its layers name, and no others: what an edit took away is not kept. */
export function designOf(
  { template, pictures, basedOn }: Draft,
  shelf: DesignShelf,
  frames: Frames,
): CardDesign {
  const checked = checkedTemplate(template);
  const base = basedOn && shelf.require(basedOn.name, basedOn.version);
  const sent = new Map(pictures.map(({ name, frame }) => [name, frame]));
  const assets = new Map<string, Uint8Array>();
  for (const layer of layersOf(checked)) {
    if (layer.kind !== "image" || assets.has(layer.asset)) continue;
    const frame = sent.get(layer.asset);
    const bytes = frame === undefined ? base?.assets.get(layer.asset) : frames.take(frame);
    if (bytes) assets.set(layer.asset, bytes);
  }
  return { template: checked, assets };
}
