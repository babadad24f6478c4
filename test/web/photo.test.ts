import { describe, expect, it } from "vitest";
import {
  type Crop,
  initialCrop,
  isFilled,
  moveCrop,
  type Size,
  zoomCrop,
  zoomOf,
} from "../../web/photo/crop.ts";
import { checkPixels, dpiOnCard } from "../../web/photo/photo-checks.ts";
import {
  AS_TAKEN,
  edit,
  editedBefore,
  noEdits,
  suggest,
  turn,
  turnedSize,
  undo,
} from "../../web/photo/photo-edits.ts";

const pixelRatio = (crop: Crop, { widthPx, heightPx }: Size): number =>
  (crop.width * widthPx) / (crop.height * heightPx);

const PICTURES: readonly Size[] = [
  { widthPx: 1280, heightPx: 960 },
  { widthPx: 3000, heightPx: 4000 },
  { widthPx: 600, heightPx: 4000 },
];

describe("crop", () => {
  it("is 3:4 in pixels on any picture, at any zoom", () => {
    for (const picture of PICTURES) {
      const crop = zoomCrop(initialCrop(picture), picture, 1.7);
      expect(pixelRatio(crop, picture)).toBeCloseTo(0.75, 6);
    }
  });

  it("opens as large as the picture allows, in the middle", () => {
    expect(initialCrop({ widthPx: 1600, heightPx: 1200 })).toEqual({
      x: 0.21875,
      y: 0,
      width: 0.5625,
      height: 1,
    });
  });

  it("never leaves the picture, however far it is pushed or zoomed", () => {
    for (const picture of PICTURES) {
      let crop = zoomCrop(initialCrop(picture), picture, 2);
      for (const [dx, dy] of [
        [9, 9],
        [-9, 0.1],
        [0.3, -9],
      ] as const) {
        crop = zoomCrop(moveCrop(crop, dx, dy), picture, 0.4);
        expect(crop.x).toBeGreaterThanOrEqual(0);
        expect(crop.y).toBeGreaterThanOrEqual(0);
        expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
  });

  it("zooms about the middle of the window and stops at five times", () => {
    const picture = { widthPx: 1280, heightPx: 960 };
    const near = zoomCrop(initialCrop(picture), picture, 100);
    expect(zoomOf(near, picture)).toBeCloseTo(5, 6);
    expect(near.x + near.width / 2).toBeCloseTo(0.5, 6);
    expect(zoomOf(zoomCrop(near, picture, 0.001), picture)).toBeCloseTo(1, 6);
  });
});

function picture(luma: (x: number, y: number) => number, side = 60): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < side * side; i += 1)
    pixels.fill(luma(i % side, Math.floor(i / side)), i * 4, i * 4 + 3);
  return pixels;
}

describe("picture check", () => {
  const SIZE = { widthPx: 60, heightPx: 60 };
  const checked = (luma: (x: number) => number, look = {}) =>
    checkPixels(picture(luma), SIZE, { ...AS_TAKEN, ...look });

  it("calls a flat grey picture well lit and not sharp", () => {
    expect(checked(() => 120)).toEqual({ light: "good", isSharp: false });
  });

  it("sees edges as sharpness", () => {
    expect(checked((x) => (x % 8 < 4 ? 90 : 160)).isSharp).toBe(true);
  });

  it("notices the dark and the glare", () => {
    expect(checked(() => 30).light).toBe("dark");
    expect(checked(() => 230).light).toBe("bright");
    expect(checked((x) => (x < 6 ? 255 : 120)).light).toBe("bright");
  });

  it("looks at the photo as it is lit, not as it was taken", () => {
    expect(checked(() => 70).light).toBe("dark");
    expect(checked(() => 70, { brightness: 1.3 }).light).toBe("good");
    expect(checked(() => 100, { brightness: 0.7 }).light).toBe("dark");
    expect(checked(() => 170, { brightness: 1.4 }).light).toBe("bright");
  });

  it("knows how fine a window prints at the 22 mm of a card's photo", () => {
    expect(dpiOnCard(300)).toBe(346);
  });
});

describe("a tilted window", () => {
  const shot = { widthPx: 1200, heightPx: 1600 };

  it("is filled as long as it is not tilted, at every edge of the picture", () => {
    expect(isFilled(initialCrop(shot), shot, 0)).toBe(true);
    expect(isFilled({ x: 0, y: 0, width: 0.5, height: 0.5 }, shot, 0)).toBe(true);
  });

  it("has empty corners where the picture ends before them, whichever way it is tilted", () => {
    const inside = zoomCrop(initialCrop(shot), shot, 2);
    for (const roll of [-15, -3, 3, 15]) {
      expect(isFilled(initialCrop(shot), shot, roll)).toBe(false);
      expect(isFilled(inside, shot, roll)).toBe(true);
      expect(isFilled(moveCrop(inside, 1, 0), shot, roll)).toBe(false);
      expect(isFilled(moveCrop(inside, 0, -1), shot, roll)).toBe(false);
    }
  });
});

describe("edits of a photo", () => {
  const shot = { widthPx: 1600, heightPx: 1200 };

  it("are taken back one by one, and one gesture is one edit", () => {
    let edits = noEdits(shot);
    const { crop } = edits.now;
    for (const dx of [0.01, 0.02, 0.03]) edits = edit(edits, { crop: moveCrop(crop, dx, 0) }, "drag 1");
    edits = edit(edits, { crop: moveCrop(crop, 0.1, 0) }, "drag 2");
    edits = turn(edits, 1, shot);
    edits = edit(edits, { look: { ...edits.now.look, background: "red" } }, "ground 3");
    expect(edits.past).toHaveLength(4);

    edits = undo(edits);
    expect(edits.now.look).toMatchObject({ background: null, quarterTurns: 1 });
    edits = undo(edits);
    expect(edits.now).toEqual({ crop: moveCrop(crop, 0.1, 0), look: noEdits(shot).now.look });
    edits = undo(edits);
    expect(edits.now.crop).toEqual(moveCrop(crop, 0.03, 0));
    edits = undo(edits);
    expect(edits).toEqual(noEdits(shot));
    expect(undo(edits)).toEqual(edits);
  });

  it("after an undo the same gesture is an edit again", () => {
    const first = edit(noEdits(shot), { look: { ...noEdits(shot).now.look, brightness: 1.1 } }, "brightness");
    const again = edit(undo(first), { look: { ...noEdits(shot).now.look, brightness: 1.2 } }, "brightness");
    expect(undo(again).now.look.brightness).toBe(1);
  });

  it("a suggested window is none, and a turned picture has the largest window across it", () => {
    const suggested = suggest(noEdits(shot), { x: 0.1, y: 0.1, width: 0.3, height: 0.5 });
    expect(suggested.past).toEqual([]);
    const turned = turn(suggested, -1, shot);
    expect(turned.now.look.quarterTurns).toBe(3);
    expect(pixelRatio(turned.now.crop, turnedSize(shot, 3))).toBeCloseTo(0.75, 6);
    expect(turn(turned, 1, shot).now.look.quarterTurns).toBe(0);
  });

  it("of a photo that was kept before are taken back together", () => {
    const kept = { crop: { x: 0.1, y: 0, width: 0.3, height: 0.5 }, look: { ...AS_TAKEN, rollDegrees: 3 } };
    const opened = editedBefore(shot, kept);
    expect(opened.now).toEqual(kept);
    expect(undo(opened)).toEqual(noEdits(shot));
  });
});
