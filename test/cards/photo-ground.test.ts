import { createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import type { Background } from "../../src/cards/photo-look.ts";
import { type Pixels, replaceGround } from "../../src/cards/rendering/photo-ground.ts";
import { portrait } from "./portrait.ts";

const SIZE = { width: 300, height: 400 } as const;

async function pixelsOf(change: (context: SKRSContext2D) => void = () => undefined): Promise<Pixels> {
  const context = createCanvas(SIZE.width, SIZE.height).getContext("2d");
  context.drawImage(await loadImage(Buffer.from(await portrait(300, 400))), 0, 0);
  change(context);
  return context.getImageData(0, 0, SIZE.width, SIZE.height);
}

const at = ({ data }: Pixels, x: number, y: number): readonly number[] => {
  const from = (y * SIZE.width + x) * 4;
  return [...data.subarray(from, from + 3)];
};
const copyOf = (pixels: Pixels): Pixels => ({ ...SIZE, data: new Uint8ClampedArray(pixels.data) });

describe("another background", () => {
  it.each([
    ["red", [190, 32, 38]],
    ["blue", [38, 84, 160]],
    ["plain", [238, 240, 238]],
  ] as const)("replaces a plain wall: %s", async (ground: Background, colour) => {
    const pixels = await pixelsOf();
    expect(replaceGround(pixels, ground)).toBe("replaced");
    for (const [x, y] of [
      [10, 10],
      [290, 10],
      [150, 8],
      [20, 150],
    ] as const)
      expect(at(pixels, x, y)).toEqual(colour);
  });

  it("leaves face, scarf and clothes as they are", async () => {
    const before = await pixelsOf();
    const pixels = copyOf(before);
    replaceGround(pixels, "red");
    for (const [x, y] of [
      [150, 180],
      [127, 180],
      [90, 200],
      [150, 330],
      [150, 390],
    ] as const)
      expect(at(pixels, x, y)).toEqual(at(before, x, y));
  });

  it("follows a wall that gets darker towards a corner", async () => {
    const shaded = await pixelsOf((context) => {
      const shade = context.createLinearGradient(0, 0, 300, 0);
      shade.addColorStop(0, "rgba(0,0,0,0)");
      shade.addColorStop(1, "rgba(0,0,0,0.18)");
      context.fillStyle = shade;
      context.fillRect(0, 0, 300, 400);
    });
    expect(replaceGround(shaded, "blue")).toBe("replaced");
    expect(at(shaded, 295, 20)).toEqual([38, 84, 160]);
  });

  it("never touches the oval of the face, not even where the face has the wall's colour", async () => {
    const pale = await pixelsOf((context) => {
      context.fillStyle = "#dfe3de";
      context.beginPath();
      context.ellipse(150, 176, 110, 150, 0, 0, Math.PI * 2);
      context.fill();
    });
    const before = copyOf(pale);
    replaceGround(pale, "red");
    expect(at(pale, 150, 176)).toEqual(at(before, 150, 176));
    expect(at(pale, 110, 240)).toEqual(at(before, 110, 240));
  });

  it("is refused, and changes nothing, before a bookcase", async () => {
    const shelves = await pixelsOf((context) => {
      for (let y = 0; y < 400; y += 24) {
        context.fillStyle = y % 48 === 0 ? "#402010" : "#e8e0d0";
        context.fillRect(0, y, 300, 24);
      }
    });
    const before = copyOf(shelves);
    expect(replaceGround(shelves, "red")).toBe("not-plain");
    expect(shelves.data).toEqual(before.data);
  });

  it("is refused, and changes nothing, where the clothes have the wall's colour", async () => {
    const white = await pixelsOf((context) => {
      context.fillStyle = "#dfe3de";
      context.fillRect(0, 0, 300, 400);
      context.fillStyle = "#d9a981";
      context.beginPath();
      context.ellipse(150, 180, 56, 84, 0, 0, Math.PI * 2);
      context.fill();
    });
    const before = copyOf(white);
    expect(replaceGround(white, "red")).toBe("too-alike");
    expect(white.data).toEqual(before.data);
  });
});
