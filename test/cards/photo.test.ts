import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { sizeOf } from "../../src/cards/picture-size.ts";
import { cropPhoto } from "../../src/cards/rendering/photo.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { withExif } from "./exif.ts";
import { pixelsOf } from "./pixels.ts";

const never = new AbortController().signal;
const whole = { x: 0, y: 0, width: 1, height: 1 };

/** Left half red, right half blue; a white circle of a fifth of the width in the middle. */
function halves(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ff0000";
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = "#0000ff";
  context.fillRect(width / 2, 0, width / 2, height);
  context.fillStyle = "#ffffff";
  context.beginPath();
  context.arc(width / 2, height / 2, width / 10, 0, Math.PI * 2);
  context.fill();
  return canvas;
}

const codeOf = (bytes: Uint8Array): Promise<string> =>
  cropPhoto(bytes, whole, never).then(
    () => "",
    (error: unknown) => TitianError.from(error).code,
  );

describe("cropping a photo", () => {
  it.each(["jpeg", "png", "webp"] as const)("makes a 900 × 1200 JPEG of a %s", async (format) => {
    const canvas = halves(2_400, 1_800);
    const bytes = format === "png" ? await canvas.encode("png") : await canvas.encode(format);
    expect(sizeOf(bytes)).toEqual({ widthPx: 2_400, heightPx: 1_800 });
    const jpeg = await cropPhoto(bytes, whole, never);
    expect(sizeOf(jpeg)).toEqual({ widthPx: 900, heightPx: 1200 });
    expect(jpeg.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  it("never stretches: a circle stays a circle whatever the crop's proportion", async () => {
    const wide = await pixelsOf(await cropPhoto(await halves(2880, 1620).encode("jpeg"), whole, never));
    const white = (x: number, y: number): boolean => wide.at(x, y).every((channel) => channel > 200);
    const across = Array.from({ length: 900 }, (_, x) => white(x, 600)).filter(Boolean).length;
    const down = Array.from({ length: 1200 }, (_, y) => white(450, y)).filter(Boolean).length;
    expect(Math.abs(across - down)).toBeLessThan(6);
  });

  it("takes the part that was chosen", async () => {
    const left = await cropPhoto(
      await halves(2880, 1620).encode("jpeg"),
      { x: 0, y: 0, width: 0.3, height: 1 },
      never,
    );
    const [red, , blue] = (await pixelsOf(left)).at(450, 600);
    expect([red > 240, blue < 20]).toEqual([true, true]);
  });

  it("turns the picture as its EXIF says, and strips everything that came with it", async () => {
    const jpeg = await cropPhoto(withExif(await halves(1600, 1200).encode("jpeg"), 6), whole, never);
    const card = await pixelsOf(jpeg);
    // Orientation 6: what was left is at the top.
    expect(card.at(450, 100)[0]).toBeGreaterThan(240);
    expect(card.at(450, 1100)[2]).toBeGreaterThan(240);
    expect(Buffer.from(jpeg).includes("Exif")).toBe(false);
    expect(Buffer.from(jpeg).includes("SECRET-PLACE")).toBe(false);
  });

  it("refuses what is not a picture", async () => {
    const jpeg = await halves(400, 300).encode("jpeg");
    expect(await codeOf(Buffer.from("http://127.0.0.1/photo.jpg"))).toBe("PHOTO_NOT_AN_IMAGE");
    expect(await codeOf(Buffer.alloc(0))).toBe("PHOTO_NOT_AN_IMAGE");
    expect(await codeOf(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe("PHOTO_NOT_AN_IMAGE");
    expect(await codeOf(jpeg.subarray(0, 100))).toBe("PHOTO_NOT_AN_IMAGE");
    expect(await codeOf(Buffer.concat([jpeg.subarray(0, 620), Buffer.alloc(4_000)]))).toBe(
      "PHOTO_NOT_AN_IMAGE",
    );
  });

  it("refuses a small file that claims a gigantic picture, before it decodes", async () => {
    const png = Buffer.from(await halves(10, 10).encode("png"));
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    expect(await codeOf(png)).toBe("PHOTO_TOO_LARGE");
  });

  it("takes a photo of 40 megapixels without keeping its memory", async () => {
    const large = await halves(7_300, 5_500).encode("jpeg");
    const before = process.memoryUsage().rss;
    for (let turn = 0; turn < 4; turn++) {
      const jpeg = await cropPhoto(large, whole, never);
      expect(sizeOf(jpeg)).toEqual({ widthPx: 900, heightPx: 1200 });
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(400e6);
  });

  it("stops when its caller has gone", async () => {
    await expect(
      cropPhoto(await halves(40, 30).encode("jpeg"), whole, AbortSignal.abort()),
    ).rejects.toThrow();
  });
});
