import { describe, expect, it } from "vitest";
import { type Handle, resized } from "../../../web/console/cards/designer/draft/resize.ts";
import { type SnapRule, snapLines, snapMove } from "../../../web/console/cards/designer/draft/snap.ts";

const PHOTO = { x: 5, y: 18.6, width: 22.2, height: 29.6 };
const NAME = { x: 31, y: 17.1, width: 49.6, height: 8 };
const FREE: SnapRule = { lines: [], grid: undefined, reach: 0 };
const rule = (more: Partial<SnapRule> = {}): SnapRule => ({
  lines: snapLines("landscape", [NAME]),
  grid: undefined,
  reach: 0.8,
  ...more,
});
const at = (x: number, y: number) => ({ ...PHOTO, x, y });

describe("snapping", () => {
  it("draws an edge to the safe zone, and says so", () => {
    const { box, guides } = snapMove(at(3.6, 30.4), rule({ reach: 0.7 }));
    expect(box.x).toBe(3);
    expect(guides).toContainEqual({ axis: "x", at: 3, origin: "safe" });
  });

  it("draws the middle to the card's centre line", () => {
    const { box, guides } = snapMove(at(32, 12.5), rule({ lines: snapLines("landscape", []) }));
    expect(box.x).toBeCloseTo(42.8 - 11.1, 6);
    expect(box.y).toBeCloseTo(26.99 - 14.8, 6);
    expect(guides.map(({ origin }) => origin)).toEqual(["centre", "centre"]);
  });

  it("draws to another layer's edge", () => {
    const { box, guides } = snapMove(at(9.2, 17.5), rule());
    expect(box).toMatchObject({ x: 8.8, y: 17.1 });
    expect(guides).toContainEqual({ axis: "x", at: 31, origin: "layer" });
    expect(guides).toContainEqual({ axis: "y", at: 17.1, origin: "layer" });
  });

  it("goes to the grid where no line is near, and to tenths without a grid", () => {
    expect(snapMove(at(12.3, 9.4), { ...FREE, grid: 1 }).box).toMatchObject({ x: 12, y: 9 });
    expect(snapMove(at(12.3, 9.4), { ...FREE, grid: 0.5 }).box).toMatchObject({ x: 12.5, y: 9.5 });
    expect(snapMove(at(12.34, 9.46), FREE).box).toMatchObject({ x: 12.3, y: 9.5 });
  });

  it("never moves a box further than the reach", () => {
    for (let x = -3; x < 90; x += 0.37) {
      const { box, guides } = snapMove(at(x, 10), rule());
      if (guides.some(({ axis }) => axis === "x")) expect(Math.abs(box.x - x)).toBeLessThanOrEqual(0.81);
    }
  });
});

describe("resizing", () => {
  const draw = (handle: Handle, dx: number, dy: number) =>
    resized(NAME, { handle, by: { dx, dy }, least: 1 }, FREE).box;

  it("keeps the opposite side", () => {
    expect(draw("e", 3, 9)).toEqual({ ...NAME, width: 52.6 });
    expect(draw("nw", 2, 1)).toMatchObject({ x: 33, width: 47.6, y: 18.1, height: 7 });
    expect(draw("s", 9, -2)).toMatchObject({ x: 31, width: 49.6, height: 6 });
  });

  it("stops before nothing is left", () => {
    expect(draw("e", -400, 0).width).toBe(1);
    expect(draw("w", 400, 0)).toMatchObject({ x: 79.6, width: 1 });
  });

  it("keeps a photo at 3:4 from every handle, with the opposite corner where it was", () => {
    for (const handle of ["nw", "n", "ne", "e", "se", "s", "sw", "w"] as const) {
      const { box } = resized(PHOTO, { handle, by: { dx: 3, dy: -4 }, least: 1, ratio: 3 / 4 }, FREE);
      expect(box.width / box.height).toBeCloseTo(0.75, 6);
      if (handle.includes("w")) expect(box.x + box.width).toBeCloseTo(27.2, 6);
      if (handle.includes("n")) expect(box.y + box.height).toBeCloseTo(48.2, 6);
    }
  });

  it("snaps the edge that is drawn", () => {
    const { box, guides } = resized(PHOTO, { handle: "e", by: { dx: 3.4, dy: 0 }, least: 1 }, rule());
    expect(box.width).toBeCloseTo(26, 6);
    expect(guides).toContainEqual({ axis: "x", at: 31, origin: "layer" });
  });
});
