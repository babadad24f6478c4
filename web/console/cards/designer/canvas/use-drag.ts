import { useRef } from "preact/hooks";
import { useDesigning } from "../designing.ts";
import { around, type Box, leastOf } from "../draft/card-area.ts";
import { layersIn, movableIn, select, toggle } from "../draft/editor.ts";
import { placeLayers } from "../draft/edits.ts";
import { boxOf, ratioOf } from "../draft/layer-box.ts";
import { type Handle, resized } from "../draft/resize.ts";
import { type SnapRule, snapLines, snapMove } from "../draft/snap.ts";

interface Held {
  readonly gesture: string;
  readonly pointer: { readonly x: number; readonly y: number };
  readonly boxes: ReadonlyMap<number, Box>;
  readonly rule: SnapRule;
  readonly handle: Handle | undefined;
}

export interface Drag {
  /** The pointer is down on a layer: it is chosen, and follows until it is let go. */
  press(event: PointerEvent, id: number): void;
  /** The pointer is down on a handle of the one chosen layer. */
  pull(event: PointerEvent, handle: Handle): void;
  move(event: PointerEvent): void;
  drop(): void;
}

/** Moving and resizing with pen, finger or mouse. Every position is counted from where the drag began. */
export function useDrag(): Drag {
  const { session, view } = useDesigning();
  const held = useRef<Held | undefined>(undefined);

  const hold = (event: PointerEvent, handle?: Handle): void => {
    const editor = session.editor.peek();
    const movable = movableIn(editor);
    if (movable.length === 0) return;
    const ids = new Set(movable.map(({ id }) => id));
    const others = layersIn(editor).filter(({ id }) => !ids.has(id) && !editor.locked.has(id));
    const lines = view.isSnapping.peek()
      ? snapLines(
          session.draft.orientation,
          others.map(({ layer }) => boxOf(layer)),
        )
      : [];
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    held.current = {
      gesture: session.newGesture(),
      pointer: { x: event.clientX, y: event.clientY },
      boxes: new Map(movable.map(({ id, layer }) => [id, boxOf(layer)])),
      rule: { lines, grid: view.gridMm, reach: view.reachMm },
      handle,
    };
  };

  return {
    press(event, id) {
      if (event.button !== 0) return;
      const isMore = event.shiftKey || event.ctrlKey;
      if (isMore) session.do((editor) => toggle(editor, id));
      else if (!session.editor.peek().selected.includes(id)) session.do((editor) => select(editor, [id]));
      if (!isMore) hold(event);
    },
    pull(event, handle) {
      if (event.button === 0) hold(event, handle);
    },
    move(event) {
      const start = held.current;
      if (!start) return;
      const scale = view.pxPerMm.peek();
      const by = {
        dx: (event.clientX - start.pointer.x) / scale,
        dy: (event.clientY - start.pointer.y) / scale,
      };
      const { boxes, guides } = start.handle ? pulled(start, start.handle, by) : moved(start, by);
      view.guides.value = guides;
      session.do((editor) => placeLayers(editor, boxes, start.gesture));
    },
    drop() {
      held.current = undefined;
      view.guides.value = [];
    },
  };

  function pulled(start: Held, handle: Handle, by: { dx: number; dy: number }) {
    const [[id, box] = [0, undefined]] = start.boxes;
    const layer = layersIn(session.editor.peek()).find((one) => one.id === id)?.layer;
    if (!box || !layer) return { boxes: start.boxes, guides: [] };
    const pull = { handle, by, least: leastOf(layer.kind), ratio: ratioOf(layer) };
    const next = resized(box, pull, start.rule);
    return { boxes: new Map([[id, next.box]]), guides: next.guides };
  }
}

/** Several layers move as one: their common box is what snaps. */
function moved({ boxes, rule }: Held, by: { readonly dx: number; readonly dy: number }) {
  const all = around([...boxes.values()]);
  if (!all) return { boxes, guides: [] };
  const { box, guides } = snapMove({ ...all, x: all.x + by.dx, y: all.y + by.dy }, rule);
  const [dx, dy] = [box.x - all.x, box.y - all.y];
  const next = [...boxes].map(([id, one]) => [id, { ...one, x: one.x + dx, y: one.y + dy }] as const);
  return { boxes: new Map(next), guides };
}
