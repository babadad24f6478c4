import fc from "fast-check";
import { expect, it } from "vitest";
import type { Size } from "../../../web/photo/crop.ts";
import { cropAround } from "../../../web/photo/face/crop-around.ts";

const side = fc.integer({ min: 40, max: 6_000 });
const picture = fc.record({ widthPx: side, heightPx: side });
/** Faces as a detector reports them: also half outside, tiny, or larger than the picture. */
const share = fc.double({ min: -0.5, max: 1.2, noNaN: true });
const length = fc.double({ min: 0.001, max: 1.5, noNaN: true });
const face = fc.record({ x: share, y: share, width: length, height: length });
const ROUNDING = 1e-9;

it("stays inside the picture and 3:4, whatever the face", () => {
  fc.assert(
    fc.property(face, picture, (box, size) => {
      const crop = cropAround(box, size);
      expect(crop.x).toBeGreaterThanOrEqual(0);
      expect(crop.y).toBeGreaterThanOrEqual(0);
      expect(crop.x + crop.width).toBeLessThanOrEqual(1 + ROUNDING);
      expect(crop.y + crop.height).toBeLessThanOrEqual(1 + ROUNDING);
      expect((crop.width * size.widthPx) / (crop.height * size.heightPx)).toBeCloseTo(0.75, 9);
    }),
  );
});

it("holds the whole of any face that is inside and leaves it head room, unless the picture ends", () => {
  const inside = fc.record({
    x: fc.double({ min: 0.3, max: 0.6, noNaN: true }),
    y: fc.double({ min: 0.3, max: 0.5, noNaN: true }),
    height: fc.double({ min: 0.12, max: 0.3, noNaN: true }),
  });
  const size: Size = { widthPx: 1280, heightPx: 960 };
  fc.assert(
    fc.property(inside, ({ x, y, height }) => {
      const width = (height * 0.8 * size.heightPx) / size.widthPx;
      const crop = cropAround({ x, y, width, height }, size);
      expect(crop.x).toBeLessThan(x);
      expect(crop.x + crop.width).toBeGreaterThan(x + width);
      expect(crop.y).toBeLessThan(y - height * 0.35);
      expect(crop.y + crop.height).toBeGreaterThan(y + height);
    }),
  );
});

it("puts the eyes at two fifths of the photo and the head at three fifths of its height", () => {
  const crop = cropAround({ x: 0.4, y: 0.4, width: 0.15, height: 0.2 }, { widthPx: 1200, heightPx: 1200 });
  expect((0.4 + 0.2 * 0.2 - crop.y) / crop.height).toBeCloseTo(0.42, 6);
  expect((0.2 * 1.35) / crop.height).toBeCloseTo(0.62, 6);
  expect(crop.x + crop.width / 2).toBeCloseTo(0.475, 6);
});
