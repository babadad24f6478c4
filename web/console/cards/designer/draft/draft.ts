import type { Layer, SideName, Template } from "./template-types.ts";

/** A layer with a name that stays its own while its place in the list changes. */
export interface DraftLayer {
  readonly id: number;
  readonly layer: Layer;
}

type Facts = Omit<Template, "front" | "back">;

/** A template while it is edited. Never changed: every edit makes another, so that undo is to keep the old one. */
export interface Draft extends Facts {
  readonly front: readonly DraftLayer[];
  /** Undefined: a card with one side. */
  readonly back: readonly DraftLayer[] | undefined;
}

export function draftOf({ front, back, ...facts }: Template): Draft {
  let id = 0;
  const named = (layers: readonly Layer[]): readonly DraftLayer[] =>
    layers.map((layer) => ({ id: ++id, layer }));
  return { ...facts, front: named(front.layers), back: back && named(back.layers) };
}

export function templateOf({ front, back, ...facts }: Draft): Template {
  const plain = (layers: readonly DraftLayer[]) => ({ layers: layers.map(({ layer }) => layer) });
  return { ...facts, front: plain(front), ...(back && { back: plain(back) }) };
}

export const layersOn = (draft: Draft, side: SideName): readonly DraftLayer[] => draft[side] ?? [];

export const withLayers = (draft: Draft, side: SideName, layers: readonly DraftLayer[]): Draft => ({
  ...draft,
  [side]: layers,
});

/** The highest name in use; a new layer takes one above. */
export const lastIdOf = ({ front, back = [] }: Draft): number =>
  Math.max(0, ...[...front, ...back].map(({ id }) => id));
