import { type Box, cardBox } from "./card-area.ts";
import { type Draft, type DraftLayer, withLayers } from "./draft.ts";
import { draftIn, type Editor, edited, layersIn, movableIn, select, selectedIn } from "./editor.ts";
import { boxOf, inBox } from "./layer-box.ts";
import type { Layer, Orientation } from "./template-types.ts";

/** What the schema allows on one side. */
export const MOST_LAYERS = 60;
/** A copy lies so far beside its model, mm. */
const COPY_OFFSET_MM = 2;

/** Changes layers of this side by their ids. */
function changed(
  editor: Editor,
  ids: readonly number[],
  change: (layer: Layer) => Layer,
  gesture?: string,
): Editor {
  const layers = layersIn(editor).map((one) =>
    ids.includes(one.id) ? { ...one, layer: change(one.layer) } : one,
  );
  return edited(editor, withLayers(draftIn(editor), editor.side, layers), gesture);
}

/** One layer with other properties. `change` gets it as it is now. */
export const changeLayer = (
  editor: Editor,
  id: number,
  change: (layer: Layer) => Layer,
  gesture?: string,
): Editor => changed(editor, [id], change, gesture);

/** Another picture in this layer, and in every other of this side that shows the same one: a background lies twice on some cards. */
export function changePicture(editor: Editor, from: string, to: string): Editor {
  const showing = layersIn(editor).filter(({ layer }) => layer.kind === "image" && layer.asset === from);
  return changed(
    editor,
    showing.map(({ id }) => id),
    (layer) => (layer.kind === "image" ? { ...layer, asset: to } : layer),
  );
}

/** Boxes for layers of this side, by id; a drag starts from what was before it, so that nothing adds up. */
export function placeLayers(editor: Editor, boxes: ReadonlyMap<number, Box>, gesture?: string): Editor {
  const { orientation } = draftIn(editor);
  const layers = layersIn(editor).map((one): DraftLayer => {
    const box = boxes.get(one.id);
    return box ? { ...one, layer: inBox(one.layer, box, orientation) } : one;
  });
  return edited(editor, withLayers(draftIn(editor), editor.side, layers), gesture);
}

/** The selection, but for what is locked, moved by so many millimetres. */
export function nudge(editor: Editor, dx: number, dy: number, gesture?: string): Editor {
  const boxes = movableIn(editor).map(({ id, layer }) => {
    const box = boxOf(layer);
    return [id, { ...box, x: box.x + dx, y: box.y + dy }] as const;
  });
  return boxes.length === 0 ? editor : placeLayers(editor, new Map(boxes), gesture);
}

/** The selection, but for what is locked, wider and higher by so many millimetres. */
export function grow(editor: Editor, width: number, height: number, gesture?: string): Editor {
  const boxes = movableIn(editor).map(({ id, layer }) => {
    const box = boxOf(layer);
    return [id, { ...box, width: box.width + width, height: box.height + height }] as const;
  });
  return boxes.length === 0 ? editor : placeLayers(editor, new Map(boxes), gesture);
}

/** On top of this side, and chosen. */
export function addLayers(editor: Editor, added: readonly Layer[]): Editor {
  const room = MOST_LAYERS - layersIn(editor).length;
  const fresh = added.slice(0, room).map((layer, at) => ({ id: editor.lastId + 1 + at, layer }));
  if (fresh.length === 0) return editor;
  const draft = withLayers(draftIn(editor), editor.side, [...layersIn(editor), ...fresh]);
  const next = edited({ ...editor, lastId: editor.lastId + fresh.length }, draft);
  return select(
    next,
    fresh.map(({ id }) => id),
  );
}

export function duplicate(editor: Editor): Editor {
  const { orientation } = draftIn(editor);
  return addLayers(
    editor,
    selectedIn(editor).map(({ layer }) => {
      const box = boxOf(layer);
      return inBox(layer, { ...box, x: box.x + COPY_OFFSET_MM, y: box.y + COPY_OFFSET_MM }, orientation);
    }),
  );
}

export function remove(editor: Editor): Editor {
  const gone = movableIn(editor).map(({ id }) => id);
  if (gone.length === 0) return editor;
  const layers = layersIn(editor).filter(({ id }) => !gone.includes(id));
  return edited(editor, withLayers(draftIn(editor), editor.side, layers));
}

/** Nearer to the eye by so many places; negative: further away. Later layers are painted over earlier ones. */
export function reorder(editor: Editor, id: number, by: number): Editor {
  const layers = [...layersIn(editor)];
  const from = layers.findIndex((one) => one.id === id);
  const to = Math.min(Math.max(from + by, 0), layers.length - 1);
  if (from === -1 || to === from) return editor;
  layers.splice(to, 0, ...layers.splice(from, 1));
  return edited(editor, withLayers(draftIn(editor), editor.side, layers));
}

export function changeFacts(
  editor: Editor,
  facts: Partial<Pick<Draft, "title" | "slot">>,
  gesture?: string,
): Editor {
  return edited(editor, { ...draftIn(editor), ...facts }, gesture);
}

/** Upright or lying. What would be outside the turned card is brought back over it; nothing is scaled. */
export function turnCard(editor: Editor, orientation: Orientation): Editor {
  const draft = draftIn(editor);
  if (draft.orientation === orientation) return editor;
  const card = cardBox(orientation);
  const broughtIn = (layers: readonly DraftLayer[]): readonly DraftLayer[] =>
    layers.map((one) => {
      const box = boxOf(one.layer);
      const x = Math.min(box.x, Math.max(card.width - box.width, Math.min(box.x, 0)));
      const y = Math.min(box.y, Math.max(card.height - box.height, Math.min(box.y, 0)));
      return one.layer.kind === "shape"
        ? one
        : { ...one, layer: inBox(one.layer, { ...box, x, y }, orientation) };
    });
  return edited(editor, {
    ...draft,
    orientation,
    front: broughtIn(draft.front),
    back: draft.back && broughtIn(draft.back),
  });
}

/** A second side, empty; or none. */
export function changeSides(editor: Editor, hasBack: boolean): Editor {
  const draft = draftIn(editor);
  if ((draft.back !== undefined) === hasBack) return editor;
  return edited(editor, { ...draft, back: hasBack ? [] : undefined });
}
