import { type Draft, type DraftLayer, draftOf, lastIdOf, layersOn } from "./draft.ts";
import { type History, historyOf, record, redone, undone } from "./history.ts";
import type { SideName, Template } from "./template-types.ts";

/** The designer's whole state but for the screen's: what is edited, what is chosen, what was before. */
export interface Editor {
  readonly history: History<Draft>;
  readonly side: SideName;
  /** Ids of layers on this side. */
  readonly selected: readonly number[];
  /** Ids of layers that the pointer and the arrows leave alone. It is not kept with the template. */
  readonly locked: ReadonlySet<number>;
  /** Names are never given twice, also not after an undo. */
  readonly lastId: number;
}

export function editorOf(template: Template): Editor {
  const draft = draftOf(template);
  return {
    history: historyOf(draft),
    ...{ side: "front", selected: [], locked: new Set() },
    lastId: lastIdOf(draft),
  };
}

export const draftIn = ({ history }: Editor): Draft => history.present;

export const layersIn = (editor: Editor): readonly DraftLayer[] => layersOn(draftIn(editor), editor.side);

export const selectedIn = (editor: Editor): readonly DraftLayer[] =>
  layersIn(editor).filter(({ id }) => editor.selected.includes(id));

/** What an act on the selection reaches. */
export const movableIn = (editor: Editor): readonly DraftLayer[] =>
  selectedIn(editor).filter(({ id }) => !editor.locked.has(id));

/** Another draft; with the same gesture as the last edit, the same step back. */
export function edited(editor: Editor, next: Draft, gesture?: string): Editor {
  return held({ ...editor, history: record(editor.history, next, gesture) });
}

export const undo = (editor: Editor): Editor => held({ ...editor, history: undone(editor.history) });
export const redo = (editor: Editor): Editor => held({ ...editor, history: redone(editor.history) });

/** Chosen is only what is there. */
function held(editor: Editor): Editor {
  const side = editor.side === "back" && draftIn(editor).back === undefined ? "front" : editor.side;
  const there = new Set(layersOn(draftIn(editor), side).map(({ id }) => id));
  return { ...editor, side, selected: editor.selected.filter((id) => there.has(id)) };
}

export const select = (editor: Editor, ids: readonly number[]): Editor => held({ ...editor, selected: ids });

/** One more, or one less. */
export const toggle = (editor: Editor, id: number): Editor =>
  select(
    editor,
    editor.selected.includes(id) ? editor.selected.filter((one) => one !== id) : [...editor.selected, id],
  );

export const selectAll = (editor: Editor): Editor =>
  select(
    editor,
    layersIn(editor).flatMap(({ id }) => (editor.locked.has(id) ? [] : [id])),
  );

/** The next layer nearer to the eye, or further away, that is not locked; from the last one on to the first. */
export function selectNext(editor: Editor, direction: "nearer" | "further"): Editor {
  const ids = layersIn(editor).flatMap(({ id }) => (editor.locked.has(id) ? [] : [id]));
  const at = ids.indexOf(editor.selected[0] ?? -1);
  const to = direction === "nearer" ? at + 1 : at === -1 ? ids.length - 1 : at - 1;
  const next = ids.at(to % ids.length);
  return next === undefined ? editor : select(editor, [next]);
}

export const turnTo = (editor: Editor, side: SideName): Editor => held({ ...editor, side, selected: [] });

export function lock(editor: Editor, id: number, isLocked: boolean): Editor {
  const locked = new Set(editor.locked);
  if (isLocked) locked.add(id);
  else locked.delete(id);
  return { ...editor, locked };
}
