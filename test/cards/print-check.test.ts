import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { SAMPLE_WORDS } from "../../src/bridge/messages/sample-cards.ts";
import { checkDesign, worstOfEach } from "../../src/cards/check-design.ts";
import { type CardDesign, designsByName, withoutAssets } from "../../src/cards/design.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import { measureDesign } from "../../src/cards/rendering/measure-design.ts";
import type { BarcodeLayer, Layer, Template, TextLayer } from "../../src/cards/template.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";

const renderer = new CanvasCardRenderer(designsByName([]));
const PAPER: Layer = { kind: "rect", box: { x: -1, y: -1, width: 88, height: 56 }, fill: "#fdfaf3" };
const BARCODE: BarcodeLayer = {
  ...{ kind: "barcode", box: { x: 4, y: 34, width: 60, height: 14 } },
  ...{ barsTop: 1, barsHeight: 10 },
};
const NAME: TextLayer = {
  ...{ kind: "text", content: [{ bind: "fullName" }], box: { x: 4, y: 10, width: 78, height: 20 } },
  ...{ align: "left", weight: 700, colour: "#1f1b16", size: 4, minSize: 2, maxLines: 3 },
};
const card = (...layers: readonly Layer[]): Template => ({
  ...{ name: "try", title: "Uji", version: 1, orientation: "landscape", slot: "none" },
  front: { layers: [...layers] },
});

async function check(design: CardDesign) {
  const measured = await measureDesign(renderer, design, SAMPLE_WORDS, AbortSignal.timeout(60_000));
  return worstOfEach([...checkDesign(design), ...measured]);
}
const found = async (template: Template) =>
  (await check(withoutAssets(template))).map(
    ({ severity, flaw, layer }) => `${severity} ${flaw} ${layer ?? "-"}`,
  );
const picture = (widthPx: number, heightPx: number) => createCanvas(widthPx, heightPx).encode("png");

describe("the print check of a drawn design", () => {
  it.each(TEMPLATES)("refuses nothing of $name", async (template) => {
    expect((await check(withoutAssets(template))).filter(({ severity }) => severity === "refuse")).toEqual(
      [],
    );
  });

  it("has nothing against dark words on light paper and a code with its light", async () => {
    expect(await found(card(PAPER, NAME, BARCODE))).toEqual([]);
  });

  it("finds words that nobody sees, and says how far they stand out", async () => {
    const [finding] = await check(withoutAssets(card(PAPER, { ...NAME, colour: "#fdfaf3" }, BARCODE)));
    expect(finding).toMatchObject({
      flaw: "text-contrast",
      severity: "refuse",
      layer: 1,
      measured: 1,
      least: 4.5,
    });
  });

  it("warns of words that are hard to see", async () => {
    expect(await found(card(PAPER, { ...NAME, colour: "#9a948a" }, BARCODE))).toEqual([
      "warn text-contrast 1",
    ]);
  });

  it("measures what lies under the words, not the paper's colour", async () => {
    const dark: Layer = { kind: "rect", box: { x: 3, y: 9, width: 80, height: 22 }, fill: "#14110d" };
    expect(await found(card(PAPER, dark, NAME, BARCODE))).toEqual(["refuse text-contrast 2"]);
    expect(await found(card(PAPER, dark, { ...NAME, colour: "#ffffff" }, BARCODE))).toEqual([]);
  });

  it("warns where the longest name becomes too small to read", async () => {
    const narrow = { ...NAME, box: { x: 4, y: 10, width: 30, height: 5 }, maxLines: 1 };
    expect(await found(card(PAPER, narrow, BARCODE))).toEqual(["warn text-shrunk 1"]);
  });

  it("refuses a code on which something dark was laid", async () => {
    const stain: Layer = { kind: "shape", path: "M30 36h4v6h-4z", fill: "#555555" };
    expect(await found(card(PAPER, NAME, BARCODE, stain))).toContain("refuse code-contrast 2");
  });

  it("refuses a code whose light something dark reaches into", async () => {
    const stain: Layer = { kind: "shape", path: "M4 34h16v10h-16z", fill: "#000000" };
    expect(await found(card(PAPER, NAME, BARCODE, stain))).toContain("refuse quiet-zone 2");
  });

  it("refuses a code too narrow for anybody's number", async () => {
    const narrow = { ...BARCODE, box: { ...BARCODE.box, width: 20 } };
    expect(await found(card(PAPER, NAME, narrow))).toContain("refuse number-does-not-fit -");
  });

  it("refuses modules under three pixels on a usual card", async () => {
    const narrow = { ...BARCODE, box: { ...BARCODE.box, width: 28 } };
    expect(await found(card(PAPER, NAME, narrow))).toContain("refuse module-small 2");
  });

  it("warns where Code 39 gets too fine for long numbers", async () => {
    expect(await found(card(PAPER, NAME, { ...BARCODE, symbology: "code39" }))).toContain(
      "warn module-small 2",
    );
  });

  it("refuses QR modules under four pixels", async () => {
    const qr: Layer = { kind: "qr", box: { x: 66, y: 34, width: 8, height: 8 } };
    expect(await found(card(PAPER, NAME, BARCODE, qr))).toContain("refuse module-small 3");
  });

  it("warns of a background that has not the card's form", async () => {
    const background: Layer = {
      ...{ kind: "image", asset: "latar", box: { x: -1, y: -1, width: 87.6, height: 55.98 }, fit: "cover" },
    };
    const design = {
      template: card(background, NAME, BARCODE),
      assets: new Map([["latar", await picture(500, 500)]]),
    };
    const [finding] = checkDesign(design);
    expect(finding).toMatchObject({
      flaw: "picture-not-the-card",
      severity: "warn",
      measured: 1,
      least: 1.565,
    });
    const fitting = { ...design, assets: new Map([["latar", await picture(1004, 638)]]) };
    expect(checkDesign(fitting)).toEqual([]);
  });
});
