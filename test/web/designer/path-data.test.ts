import { describe, expect, it } from "vitest";
import { boxOf, inBox } from "../../../web/console/cards/designer/draft/layer-box.ts";
import { fitPath, parsePath, pathBox } from "../../../web/console/cards/designer/draft/path-data.ts";

const ARCH = "M-1 -1H86.6V10.6L85.6 10.8C63.6 15.2 22 15.2 0 10.8L-1 10.6Z";
const move = (dx: number, dy: number) => ({ scaleX: 1, scaleY: 1, dx, dy });

describe("path data", () => {
  it("is read in capital and small letters, with commands left out and flags run together", () => {
    expect(parsePath("m1 2 3 4-5.5.5z")?.map(({ command }) => command)).toEqual(["m", "l", "l", "z"]);
    expect(parsePath("M0 0a2 1 0 0110-3")?.[1]?.numbers).toEqual([2, 1, 0, 0, 1, 10, -3]);
    expect(parsePath("hello")).toBeUndefined();
    expect(parsePath("M1")).toBeUndefined();
  });

  it("knows the box around its points", () => {
    expect(pathBox("M1 2L11 2l0 5Z")).toEqual({ x: 1, y: 2, width: 10, height: 5 });
    expect(pathBox("m3 24.5c6.5-6.5 19.5-6.5 26 0")).toEqual({ x: 3, y: 18, width: 26, height: 6.5 });
    // A whole circle, as two half turns.
    const circle = pathBox("M10 5a5 5 0 1 1-10 0a5 5 0 1 1 10 0z");
    expect(circle).toEqual({ x: 0, y: 0, width: 10, height: 10 });
  });

  it("moves as a whole, whatever its letters", () => {
    for (const path of [ARCH, "m3 24.5c6.5-6.5 19.5-6.5 26 0", "M3 14.5c6.5-6.5 19.5-6.5 26 0M3 12.5v12"]) {
      const before = pathBox(path);
      const after = pathBox(fitPath(path, move(-20, 4.5)));
      expect(after?.x).toBeCloseTo((before?.x ?? 0) - 20, 6);
      expect(after?.y).toBeCloseTo((before?.y ?? 0) + 4.5, 6);
      expect(after?.width).toBeCloseTo(before?.width ?? 0, 6);
    }
  });

  it("stays as it is where it cannot be read", () => {
    expect(fitPath("no path", move(1, 1))).toBe("no path");
  });
});

describe("a drawing", () => {
  const shape = { kind: "shape", path: ARCH, fill: "#0f4e52" } as const;

  it("is moved and scaled like every layer", () => {
    const moved = inBox(shape, { x: 10, y: 20, width: 40, height: 8 }, "landscape");
    const box = boxOf(moved);
    expect(box.x).toBeCloseTo(10, 1);
    expect(box.y).toBeCloseTo(20, 1);
    expect(box.width).toBeCloseTo(40, 1);
    expect(box.height).toBeCloseTo(8, 1);
  });

  it("with a place of its own keeps its grid while both sides grow alike", () => {
    const mark = { ...shape, path: "M0 0h32v32Z", at: { x: 4.6, y: 3, scale: 0.25 } } as const;
    const moved = inBox(mark, { x: 50, y: 6, width: 16, height: 16 }, "landscape");
    expect(moved).toMatchObject({ path: mark.path, at: { x: 50, y: 6, scale: 0.5 } });
  });
});
