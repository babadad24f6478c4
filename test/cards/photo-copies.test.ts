import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { AS_TAKEN, type PhotoLook } from "../../src/cards/photo-look.ts";
import { sizeOf } from "../../src/cards/picture-size.ts";
import { makePhoto, originalOf, type PhotoCopy } from "../../src/cards/rendering/photo.ts";
import { withExif } from "./exif.ts";
import { pixelsOf } from "./pixels.ts";

const never = new AbortController().signal;
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

const draw = (width: number, height: number, paint: (context: SKRSContext2D) => void): Promise<Buffer> => {
  const canvas = createCanvas(width, height);
  paint(canvas.getContext("2d"));
  return canvas.encode("jpeg", 95);
};
/** Red upper left, green upper right, blue lower left, white lower right. */
const quarters = (width: number, height: number): Promise<Buffer> =>
  draw(width, height, (context) => {
    for (const [colour, x, y] of [
      ["#ff0000", 0, 0],
      ["#00ff00", 1, 0],
      ["#0000ff", 0, 1],
      ["#ffffff", 1, 1],
    ] as const) {
      context.fillStyle = colour;
      context.fillRect((x * width) / 2, (y * height) / 2, width / 2, height / 2);
    }
  });

const made = (bytes: Uint8Array, look: Partial<PhotoLook> = {}, copy: PhotoCopy = "card", crop = WHOLE) =>
  makePhoto(bytes, { crop, look: { ...AS_TAKEN, ...look } }, copy, never);

/** The colour's name at shares of a picture. */
async function named(jpeg: Uint8Array, x: number, y: number): Promise<string> {
  const picture = await pixelsOf(jpeg);
  const { widthPx = 0, heightPx = 0 } = sizeOf(jpeg) ?? {};
  const bits = picture.at(Math.round(x * (widthPx - 1)), Math.round(y * (heightPx - 1))).slice(0, 3);
  const key = bits.map((channel) => (channel > 128 ? 1 : 0)).join("");
  return { "100": "red", "010": "green", "001": "blue", "111": "white", "000": "black" }[key] ?? key;
}
const corners = (jpeg: Uint8Array): Promise<readonly string[]> =>
  Promise.all([named(jpeg, 0.1, 0.1), named(jpeg, 0.9, 0.1), named(jpeg, 0.1, 0.9), named(jpeg, 0.9, 0.9)]);

describe("the copies of one original", () => {
  it("are 3:4 for the card and 4:5 for INLISLite, each at its own best size", async () => {
    const original = await quarters(3_000, 4_000);
    expect(sizeOf((await made(original)).jpeg)).toEqual({ widthPx: 900, heightPx: 1_200 });
    expect(sizeOf((await made(original, {}, "inlislite")).jpeg)).toEqual({ widthPx: 800, heightPx: 1_000 });
  });

  it("are never enlarged: a small window gives a small photo", async () => {
    const crop = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
    const original = await quarters(300, 400);
    expect(sizeOf((await made(original, {}, "card", crop)).jpeg)).toEqual({ widthPx: 150, heightPx: 200 });
    expect(sizeOf((await made(original, {}, "inlislite", crop)).jpeg)).toEqual({
      widthPx: 160,
      heightPx: 200,
    });
  });

  it("show the same middle: INLISLite's is wider where the picture goes on, and shorter where it does not", async () => {
    const stripe = (context: SKRSContext2D): void => {
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, 1_600, 1_200);
      context.fillStyle = "#ff0000";
      context.fillRect(790, 0, 20, 1_200);
    };
    const wide = await draw(1_600, 1_200, stripe);
    const crop = { x: 0.35, y: 0.1, width: 0.3, height: 0.8 };
    for (const copy of ["card", "inlislite"] as const)
      expect(await named((await made(wide, {}, copy, crop)).jpeg, 0.5, 0.5)).toBe("red");
    const narrow = await made(await quarters(600, 800), {}, "inlislite");
    expect(sizeOf(narrow.jpeg)).toEqual({ widthPx: 600, heightPx: 750 });
    expect(await corners(narrow.jpeg)).toEqual(["red", "green", "blue", "white"]);
  });

  it.each([
    [0, ["red", "green", "blue", "white"]],
    [1, ["blue", "red", "white", "green"]],
    [2, ["white", "blue", "green", "red"]],
    [3, ["green", "white", "red", "blue"]],
  ] as const)("are turned clockwise by %i quarters", async (quarterTurns, expected) => {
    expect(await corners((await made(await quarters(600, 800), { quarterTurns })).jpeg)).toEqual(expected);
  });

  it("roll about the middle of the window, and the corners get the picture's own edge", async () => {
    const plus = await draw(900, 1_200, (context) => {
      context.fillStyle = "#00ff00";
      context.fillRect(0, 0, 900, 1_200);
      context.fillStyle = "#ff0000";
      context.fillRect(440, 0, 20, 1_200);
    });
    const { jpeg } = await made(plus, { rollDegrees: 10 });
    expect(await named(jpeg, 0.5, 0.5)).toBe("red");
    // Clockwise: the upper end of the line goes to the right, by tan 10° of half the height.
    expect(await named(jpeg, 0.5 + (Math.tan(Math.PI / 18) * 500) / 900, 1 / 12)).toBe("red");
    expect(await named(jpeg, 0, 0)).toBe("green");
  });

  it("are lighter and harder by the factors of CSS filters", async () => {
    const grey = await draw(90, 120, (context) => {
      context.fillStyle = "rgb(100 100 100)";
      context.fillRect(0, 0, 90, 120);
    });
    const [lighter = 0] = (await pixelsOf((await made(grey, { brightness: 1.3 })).jpeg)).at(40, 60);
    expect(Math.abs(lighter - 130)).toBeLessThan(3);
    const [harder = 0] = (await pixelsOf((await made(grey, { contrast: 1.2 })).jpeg)).at(40, 60);
    expect(Math.abs(harder - 94.5)).toBeLessThan(3);
  });

  it("can be made again of the original that is kept, which is upright and says nothing of where it was taken", async () => {
    const taken = withExif(await quarters(800, 600), 6);
    const original = await originalOf(taken, never);
    expect(sizeOf(original)).toEqual({ widthPx: 600, heightPx: 800 });
    expect(Buffer.from(original).includes("Exif")).toBe(false);
    expect(Buffer.from(original).includes("SECRET-PLACE")).toBe(false);
    expect(await corners((await made(original)).jpeg)).toEqual(await corners((await made(taken)).jpeg));
    const large = await originalOf(await quarters(4_000, 3_000), never);
    expect(sizeOf(large)).toEqual({ widthPx: 3_000, heightPx: 2_250 });
  });
});

describe("pictures as people send them", () => {
  it.each([
    [1, ["red", "green", "blue", "white"]],
    [2, ["green", "red", "white", "blue"]],
    [3, ["white", "blue", "green", "red"]],
    [4, ["blue", "white", "red", "green"]],
    [5, ["red", "blue", "green", "white"]],
    [6, ["blue", "red", "white", "green"]],
    [7, ["white", "green", "blue", "red"]],
    [8, ["green", "white", "red", "blue"]],
  ] as const)("stand upright whatever EXIF orientation they carry: %i", async (orientation, expected) => {
    const { jpeg } = await made(withExif(await quarters(600, 600), orientation));
    expect(await corners(jpeg)).toEqual(expected);
  });

  it("may be a single pixel", async () => {
    const dot = await draw(1, 1, (context) => context.fillRect(0, 0, 1, 1));
    for (const copy of ["card", "inlislite"] as const)
      expect(sizeOf((await made(dot, { rollDegrees: 5 }, copy)).jpeg)).toEqual({ widthPx: 1, heightPx: 1 });
  });

  it("may have 16 bits a channel, or the four inks of a print shop", async () => {
    expect(await named((await made(png16())).jpeg, 0.5, 0.5)).toBe("red");
    const cmyk = readFileSync(new URL("../fixtures/red-cmyk.jpg", import.meta.url));
    expect(await named((await made(cmyk)).jpeg, 0.5, 0.5)).toBe("red");
  });

  it("are said to be an iPhone's, with what to do, when they are HEIC", async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(400)]);
    await expect(made(heic)).rejects.toMatchObject({ code: "PHOTO_HEIC" });
  });
});

/** 30 × 40 pixels of red, written by hand: no library here writes 16 bits. */
function png16(): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    return Buffer.concat([length, body, crcOf(body)]);
  };
  const header = Buffer.from([0, 0, 0, 30, 0, 0, 0, 40, 16, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(30 * 6, Buffer.from([0xff, 0xff, 0, 0, 0, 0]))]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: 40 }, () => row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crcOf(bytes: Buffer): Buffer {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const out = Buffer.alloc(4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return out;
}
