import { describe, expect, it } from "vitest";
import { templateOf } from "../../../web/console/cards/designer/draft/draft.ts";
import {
  draftIn,
  type Editor,
  editorOf,
  layersIn,
  lock,
  redo,
  select,
  selectAll,
  selectNext,
  toggle,
  turnTo,
  undo,
} from "../../../web/console/cards/designer/draft/editor.ts";
import {
  addLayers,
  changeFacts,
  changeLayer,
  changeSides,
  duplicate,
  grow,
  nudge,
  placeLayers,
  remove,
  reorder,
  turnCard,
} from "../../../web/console/cards/designer/draft/edits.ts";
import { boxOf } from "../../../web/console/cards/designer/draft/layer-box.ts";
import { ID, TEMPLATE } from "./a-template.ts";

const open = (...ids: number[]): Editor => select(editorOf(TEMPLATE), ids);
const layer = (editor: Editor, id: number) => {
  const found = layersIn(editor).find((one) => one.id === id);
  if (!found) throw new Error(`no layer ${id}`);
  return found.layer;
};
const boxIn = (editor: Editor, id: number) => boxOf(layer(editor, id));

describe("a template in the designer", () => {
  it("comes out as it went in", () => {
    expect(templateOf(draftIn(editorOf(TEMPLATE)))).toEqual(TEMPLATE);
    const twoSided = { ...TEMPLATE, back: { layers: TEMPLATE.front.layers.slice(0, 1) } };
    expect(templateOf(draftIn(editorOf(twoSided)))).toEqual(twoSided);
  });

  it("moves what is chosen, and takes it back in one step", () => {
    const moved = nudge(open(ID.photo, ID.name), 5, -2);
    expect(boxIn(moved, ID.photo)).toMatchObject({ x: 10, y: 16.6 });
    expect(boxIn(moved, ID.name)).toMatchObject({ x: 36, y: 15.1 });
    expect(templateOf(draftIn(undo(moved)))).toEqual(TEMPLATE);
    expect(boxIn(redo(undo(moved)), ID.photo)).toMatchObject({ x: 10, y: 16.6 });
  });

  it("counts a gesture as one step, and the next gesture as another", () => {
    let editor = open(ID.photo);
    for (let at = 1; at <= 50; at += 1) editor = nudge(editor, 0.1, 0, "drag 1");
    for (let at = 1; at <= 50; at += 1) editor = nudge(editor, 0, 0.1, "drag 2");
    expect(boxIn(editor, ID.photo)).toMatchObject({ x: 10, y: 23.6 });
    expect(boxIn(undo(editor), ID.photo)).toMatchObject({ x: 10, y: 18.6 });
    expect(boxIn(undo(undo(editor)), ID.photo)).toMatchObject({ x: 5, y: 18.6 });
  });

  it("forgets what was undone once something else is done", () => {
    const editor = nudge(undo(nudge(open(ID.photo), 5, 0)), 0, 1);
    expect(redo(editor)).toEqual(editor);
  });

  it("keeps every layer within reach, and within what a template may say", () => {
    for (const [dx, dy] of [
      [-500, -500],
      [500, 500],
    ] as const) {
      const { x, y } = boxIn(nudge(open(ID.photo), dx, dy), ID.photo);
      expect(x).toBeGreaterThanOrEqual(-3);
      expect(y).toBeGreaterThanOrEqual(-3);
      expect(x).toBeLessThanOrEqual(87.6);
      expect(y).toBeLessThanOrEqual(55.98);
    }
    expect(boxIn(grow(open(ID.name), 500, 500), ID.name)).toMatchObject({ width: 100, height: 100 });
  });

  it("leaves a locked layer where it is", () => {
    const editor = lock(open(ID.photo, ID.name), ID.photo, true);
    const moved = nudge(editor, 3, 3);
    expect(boxIn(moved, ID.photo)).toEqual(boxIn(editor, ID.photo));
    expect(boxIn(moved, ID.name).x).toBe(34);
    expect(layersIn(remove(editor)).map(({ id }) => id)).toContain(ID.photo);
    expect(selectAll(editor).selected).not.toContain(ID.photo);
  });

  it("lets the bars of a barcode grow with its white box, never lower than scanners need", () => {
    const place = (height: number) =>
      layer(
        placeLayers(open(ID.barcode), new Map([[ID.barcode, { ...boxIn(open(), ID.barcode), height }]])),
        ID.barcode,
      );
    expect(place(16.8)).toMatchObject({ barsHeight: 12.6, box: { height: 16.8 } });
    expect(place(9)).toMatchObject({ barsHeight: 8, box: { height: 9 } });
  });

  it("duplicates onto the top, a little aside, and chooses the copies", () => {
    const editor = duplicate(open(ID.name));
    const [copy] = editor.selected;
    expect(layersIn(editor).at(-1)?.id).toBe(copy);
    expect(boxIn(editor, copy ?? 0)).toMatchObject({ x: 33, y: 19.1, width: 49.6, height: 8 });
    expect(layersIn(undo(editor))).toHaveLength(5);
  });

  it("never gives a name twice, also not after an undo", () => {
    const first = duplicate(open(ID.name));
    const second = duplicate(select(undo(first), [ID.name]));
    expect(second.selected).not.toEqual(first.selected);
  });

  it("has no more layers on a side than a template holds", () => {
    const many = Array.from({ length: 80 }, () => layer(open(), ID.photo));
    expect(layersIn(addLayers(open(), many))).toHaveLength(60);
  });

  it("brings a layer nearer and further, not beyond the ends", () => {
    const order = (editor: Editor) => layersIn(editor).map(({ id }) => id);
    expect(order(reorder(open(), ID.photo, 1))).toEqual([1, 2, 4, 3, 5]);
    expect(order(reorder(open(), ID.photo, -99))).toEqual([3, 1, 2, 4, 5]);
    expect(reorder(open(), ID.barcode, 1).history.past).toHaveLength(0);
  });

  it("chooses one and many, and only what is there", () => {
    const editor = toggle(toggle(open(ID.photo), ID.name), ID.photo);
    expect(editor.selected).toEqual([ID.name]);
    expect(remove(editor).selected).toEqual([]);
    expect(select(editor, [99]).selected).toEqual([]);
  });

  it("goes from layer to layer both ways round, over those that are locked", () => {
    const editor = lock(open(), ID.ground, true);
    const way = (direction: "nearer" | "further", from: Editor) =>
      [1, 2, 3, 4, 5].reduce<readonly Editor[]>(
        (steps) => [...steps, selectNext(steps.at(-1) ?? from, direction)],
        [from],
      );
    expect(way("nearer", editor).flatMap(({ selected }) => selected)).toEqual([2, 3, 4, 5, 2]);
    expect(way("further", editor).flatMap(({ selected }) => selected)).toEqual([5, 4, 3, 2, 5]);
  });

  it("edits the back on its own, and takes it away again", () => {
    const withBack = turnTo(changeSides(open(), true), "back");
    const added = addLayers(withBack, [layer(open(), ID.photo)]);
    expect(templateOf(draftIn(added)).back?.layers).toHaveLength(1);
    expect(templateOf(draftIn(added)).front).toEqual(TEMPLATE.front);
    const without = changeSides(added, false);
    expect(without.side).toBe("front");
    expect(templateOf(draftIn(without))).toEqual(TEMPLATE);
  });

  it("turns the card and keeps every layer on it", () => {
    const upright = turnCard(open(), "portrait");
    const { front, orientation } = templateOf(draftIn(upright));
    expect(orientation).toBe("portrait");
    for (const one of front.layers.filter(({ kind }) => kind === "text" || kind === "photo")) {
      const { x, width, y, height } = boxOf(one);
      expect(x + width).toBeLessThanOrEqual(53.98 + 1e-9);
      expect(y + height).toBeLessThanOrEqual(85.6 + 1e-9);
    }
  });

  it("writes a text field as one step however much is typed", () => {
    let editor = open(ID.name);
    for (const title of ["K", "Ka", "Kar"]) editor = changeFacts(editor, { title }, "title");
    expect(templateOf(draftIn(editor)).title).toBe("Kar");
    expect(templateOf(draftIn(undo(editor))).title).toBe("Uji");
    const coloured = changeLayer(editor, ID.name, (one) =>
      one.kind === "text" ? { ...one, colour: "#000000" } : one,
    );
    expect(layer(coloured, ID.name)).toMatchObject({ colour: "#000000" });
  });
});
