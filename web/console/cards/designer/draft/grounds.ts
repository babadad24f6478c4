import { cardBox } from "./card-area.ts";
import { draftIn, type Editor, lock } from "./editor.ts";
import { boxOf } from "./layer-box.ts";

/** Grounds that fill the card are locked when a design is opened: who draws a name wants the name, not what is behind it. */
export function lockGrounds(editor: Editor): Editor {
  const draft = draftIn(editor);
  const card = cardBox(draft.orientation);
  const grounds = [...draft.front, ...(draft.back ?? [])].filter(({ layer }) => {
    if (layer.kind !== "rect" && layer.kind !== "image" && layer.kind !== "shape") return false;
    const { x, y, width, height } = boxOf(layer);
    return x <= 0 && y <= 0 && x + width >= card.width && y + height >= card.height;
  });
  return grounds.reduce((locked, { id }) => lock(locked, id, true), editor);
}
