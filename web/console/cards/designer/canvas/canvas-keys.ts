import { isField } from "../../../../scanning/field.ts";
import type { DesignerSession } from "../designer-session.ts";
import { selectAll, selectNext } from "../draft/editor.ts";
import { duplicate, grow, nudge, remove } from "../draft/edits.ts";

/** Millimetres that an arrow moves; with Shift, for the last touch. */
const STEP_MM = 0.5;
const FINE_MM = 0.1;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Ctrl+Z and its like, which hold on the whole page but not inside a field that is being written in. */
export function pageKey(event: KeyboardEvent, session: DesignerSession): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return false;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) session.undo();
  else if (key === "y" || key === "z") session.redo();
  else return false;
  return true;
}

/** What keys do while the focus is on the card: everything that a pointer does. `gesture` lasts while a key is held. */
export function canvasKey(event: KeyboardEvent, session: DesignerSession, gesture: string): boolean {
  const arrow = ARROWS[event.key];
  const isControl = event.ctrlKey || event.metaKey;
  if (arrow) {
    const step = event.shiftKey ? FINE_MM : STEP_MM;
    const [dx, dy] = [arrow[0] * step, arrow[1] * step];
    session.do((editor) => (isControl ? grow(editor, dx, dy, gesture) : nudge(editor, dx, dy, gesture)));
    return session.editor.peek().selected.length > 0;
  }
  if (event.key === "PageUp") session.do((editor) => selectNext(editor, "nearer"));
  else if (event.key === "PageDown") session.do((editor) => selectNext(editor, "further"));
  else if (event.key === "Delete" || event.key === "Backspace") session.do(remove);
  else if (isControl && event.key.toLowerCase() === "d") session.do(duplicate);
  else if (isControl && event.key.toLowerCase() === "a") session.do(selectAll);
  else return false;
  return true;
}
