import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { cardBitmap, toBitmap } from "../../../drivers/printer-windows/card-bitmap.ts";
import { type Page, placeCard } from "../../../drivers/printer-windows/place-card.ts";
import { fillIn } from "../../../drivers/printer-windows/viewer-process.ts";

const CARD = { widthPx: 1016, heightPx: 648 };
const page = (widthPx: number, heightPx: number, dpi = 300, offset = 0): Page => ({
  ...{ dpiX: dpi, dpiY: dpi, widthPx, heightPx, offsetX: offset, offsetY: offset },
});

describe("where a card's picture goes", () => {
  it("fills a head of 1016 × 648 pixels exactly", () => {
    expect(placeCard(page(1016, 648), CARD)).toEqual({
      x: 0,
      y: 0,
      widthPx: 1016,
      heightPx: 648,
      isTurned: false,
    });
  });

  it("hangs over the edges of an ID-1 page in equal parts, and is not shrunk", () => {
    expect(placeCard(page(1012, 638), CARD)).toEqual({
      x: -2,
      y: -5,
      widthPx: 1016,
      heightPx: 648,
      isTurned: false,
    });
  });

  it("counts from where the printable area begins", () => {
    expect(placeCard(page(1016, 648, 300, 12), CARD)).toMatchObject({ x: -12, y: -12 });
  });

  it("keeps its millimetres at 600 dpi", () => {
    expect(placeCard(page(2032, 1296, 600), CARD)).toMatchObject({ widthPx: 2032, heightPx: 1296 });
  });

  it("is turned for a page that stands upright", () => {
    expect(placeCard(page(648, 1016), CARD)).toMatchObject({ widthPx: 648, heightPx: 1016, isTurned: true });
  });

  it.each([
    ["A4", page(2480, 3508)],
    ["a label", page(600, 400)],
    ["a page without a size", page(0, 0)],
    ["a page without a resolution", page(1016, 648, 0)],
  ])("is refused on %s", (_, other) => {
    expect(placeCard(other, CARD)).toBeUndefined();
  });
});

describe("a picture as GDI takes it", () => {
  it("has its lowest row first, blue before red, and rows of whole words", () => {
    const rgba = [1, 2, 3, 255, 4, 5, 6, 255];
    const { bits, header } = toBitmap(rgba, { widthPx: 1, heightPx: 2 });
    expect([...bits]).toEqual([6, 5, 4, 0, 3, 2, 1, 0]);
    const fields = new DataView(header.buffer);
    expect([0, 4, 8].map((at) => fields.getInt32(at, true))).toEqual([40, 1, 2]);
    expect([12, 14].map((at) => fields.getUint16(at, true))).toEqual([1, 24]);
  });

  it("is turned whole: what was left below is right below", async () => {
    const canvas = createCanvas(3, 2);
    const context = canvas.getContext("2d");
    context.fillStyle = "#f00";
    context.fillRect(0, 1, 1, 1);
    const { widthPx, heightPx, bits } = await cardBitmap(canvas.toBuffer("image/png"), () => true);
    expect([widthPx, heightPx]).toEqual([2, 3]);
    // Row of two pixels padded to 8 bytes; the lowest row comes first, its second pixel is red.
    expect([...bits.slice(0, 6)]).toEqual([255, 255, 255, 0, 0, 255]);
  });
});

describe("a viewer's arguments", () => {
  it("are filled in once: a printer may be called {file}", () => {
    expect(fillIn("{printer}|{file}", { file: "C:\\a b.pdf", printer: "{file} $& %PATH%" })).toBe(
      "{file} $& %PATH%|C:\\a b.pdf",
    );
  });
});
