import { describe, expect, it } from "vitest";
import { designsByName } from "../../src/cards/design.ts";
import { paperSurface, surfaceOf } from "../../src/cards/geometry.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { GOLDEN_CASES } from "./golden-cases.ts";
import { pixelsOf } from "./pixels.ts";
import { squareOn } from "./square-picture.ts";

const never = new AbortController().signal;
const INLISLITE = TEMPLATES.filter(({ name }) => name.startsWith("inlislite-"));

const drawnWith = async (name: string, background: Uint8Array, bleedMm?: number) => {
  const template = TEMPLATES.find((one) => one.name === name)!;
  const assets = new Map([["background", background]]);
  const renderer = new CanvasCardRenderer(designsByName([{ template, assets }]));
  const surface =
    bleedMm === undefined
      ? surfaceOf(template.orientation)
      : paperSurface(template.orientation, 300, bleedMm);
  const [front] = await renderer.draw(name, GOLDEN_CASES.short, never, surface);
  const pixels = await pixelsOf(await front!.canvas.encode("png"));
  const atMm = (xMm: number, yMm: number) =>
    pixels.at(surface.originPx.x + xMm * surface.pxPerMm, surface.originPx.y + yMm * surface.pxPerMm);
  const red = ([r, g]: readonly [number, number, number]) => r > 150 && g < 60;
  const across = Array.from({ length: 400 }, (_, index) => index * 0.05);
  return {
    atMm,
    red: {
      fromX: across.find((x) => red(atMm(x, 8)))!,
      untilX: across.findLast((x) => red(atMm(x, 8)))!,
      fromY: across.find((y) => red(atMm(11, y)))!,
      untilY: across.findLast((y) => red(atMm(11, y)))!,
    },
  };
};

/** Millimetres, by a pixel at 300 dpi. */
const expectNear = (measured: number, expected: number) =>
  expect(Math.abs(measured - expected), `${measured} for ${expected}`).toBeLessThan(0.1);

describe("the library's own background on INLISLite's layouts", () => {
  it.each(["inlislite-1", "inlislite-2", "inlislite-3", "inlislite-33"])(
    "lies on %s at its true size: 1004 × 638 px are 85 × 54 mm in the card's middle",
    async (name) => {
      const { red } = await drawnWith(name, await squareOn(1004, 638));
      const mmPerPx = 85 / 1004;
      expectNear(red.fromX, 0.3 + 100 * mmPerPx);
      expectNear(red.untilX - red.fromX, 80 * mmPerPx);
      expectNear(red.fromY, 60 * mmPerPx);
      expectNear(red.untilY - red.fromY, 80 * mmPerPx);
    },
  );

  it.each(INLISLITE)(
    "reaches over every edge and bleed of $name, whatever the picture's ratio",
    async ({ name, orientation }) => {
      const [width, height] = orientation === "landscape" ? [85.6, 53.98] : [53.98, 85.6];
      for (const [widthPx, heightPx] of [
        [1004, 638],
        [638, 1004],
        [1600, 200],
        [200, 200],
      ] as const) {
        const { atMm } = await drawnWith(name, await squareOn(widthPx, heightPx), 2);
        for (const [x, y] of [
          [-1.8, -1.8],
          [width + 1.7, -1.8],
          [-1.8, height + 1.7],
          [width + 1.7, height + 1.7],
        ] as const) {
          const [r, g, b] = atMm(x, y);
          expect(
            [r < 20 || r > 180, g > 150 || r > 180, b < 40],
            `${widthPx} × ${heightPx} at ${x}, ${y}`,
          ).toEqual([...[true, true, true]]);
        }
      }
    },
  );

  it("is never stretched: a square stays a square in a picture of another ratio", async () => {
    const { red } = await drawnWith("inlislite-1", await squareOn(1100, 638));
    expectNear(red.fromX, 0.3 + (100 - (1100 - 1004) / 2) * (85 / 1004));
    expectNear(red.untilX - red.fromX, 80 * (85 / 1004));
    expectNear(red.untilY - red.fromY, 80 * (85 / 1004));
  });
});
