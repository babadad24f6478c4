import { describe, expect, it } from "vitest";
import { type Crop, initialCrop, moveCrop, type Size, zoomCrop, zoomOf } from "../../web/photo/crop.ts";
import { checkPhoto } from "../../web/photo/photo-checks.ts";
import { edit, noEdits, suggest, turn, turnedSize, undo } from "../../web/photo/photo-edits.ts";

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
  it("calls a flat grey picture well lit and not sharp", () => {
    expect(
      checkPhoto(
        picture(() => 120),
        60,
        60,
        300,
      ),
    ).toEqual({ light: "good", isSharp: false, dpi: 346 });
  });

  it("sees edges as sharpness", () => {
    expect(
      checkPhoto(
        picture((x) => (x % 8 < 4 ? 90 : 160)),
        60,
        60,
        300,
      ).isSharp,
    ).toBe(true);
  });

  it("notices the dark and the glare", () => {
    expect(
      checkPhoto(
        picture(() => 30),
        60,
        60,
        300,
      ).light,
    ).toBe("dark");
    expect(
      checkPhoto(
        picture(() => 230),
        60,
        60,
        300,
      ).light,
    ).toBe("bright");
    expect(
      checkPhoto(
        picture((x) => (x < 6 ? 255 : 120)),
        60,
        60,
        300,
      ).light,
    ).toBe("bright");
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
});
