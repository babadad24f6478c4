import type { Template } from "./template.ts";

/** A template with the pictures that it names: everything that a card looks like, and nothing about a member. */
export interface CardDesign {
  readonly template: Template;
  /** PNG or JPEG by the name that image layers use. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/**
 * By name alone: the version that cards are printed from, or the newest where none is approved. With a file: that one, whichever
 * design has the number by now.
 */
export type DesignRef =
  | string
  | { readonly name: string; readonly version: number; readonly file?: string | undefined };

export const nameOf = (ref: DesignRef): string => (typeof ref === "string" ? ref : ref.name);

/** The version that was chosen when a job was accepted: a design approved meanwhile is for the next card. */
export const refOf = (job: {
  readonly template: string;
  readonly templateVersion: number | undefined;
  readonly designFile?: string | undefined;
}): DesignRef =>
  job.templateVersion === undefined
    ? job.template
    : { name: job.template, version: job.templateVersion, file: job.designFile };

const NONE: ReadonlyMap<string, Uint8Array> = new Map();

export const withoutAssets = (template: Template): CardDesign => ({ template, assets: NONE });

/** Designs that are there and do not change, each in one version. */
export function designsByName(designs: readonly CardDesign[]): {
  readonly get: (ref: DesignRef) => CardDesign | undefined;
} {
  const byName = new Map(designs.map((design) => [design.template.name, design]));
  return { get: (ref) => byName.get(nameOf(ref)) };
}
