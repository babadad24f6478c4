import type { Template } from "./template.ts";

/** A template with the pictures that it names: everything that a card looks like, and nothing about a member. */
export interface CardDesign {
  readonly template: Template;
  /** PNG or JPEG by the name that image layers use. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

const NONE: ReadonlyMap<string, Uint8Array> = new Map();

export const withoutAssets = (template: Template): CardDesign => ({ template, assets: NONE });
