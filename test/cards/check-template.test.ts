import { describe, expect, it } from "vitest";
import { checkTemplate } from "../../src/cards/check-template.ts";
import { type Layer, layersOf, type Template } from "../../src/cards/template.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";

const BARCODE: Layer = {
  kind: "barcode",
  box: { x: 20, y: 34, width: 45, height: 14 },
  barsTop: 1,
  barsHeight: 10,
};
const text = (change: Partial<Extract<Layer, { kind: "text" }>> = {}): Layer => ({
  ...{ kind: "text", content: ["Kartu Anggota"], box: { x: 5, y: 12, width: 70, height: 6 } },
  ...{ align: "left", weight: 400, colour: "#000000", size: 3, minSize: 2, maxLines: 1, ...change },
});
const template = (layers: readonly Layer[], change: Partial<Template> = {}): Template => ({
  ...{ name: "try", title: "Uji", version: 1, orientation: "landscape", slot: "none" },
  front: { layers: [...layers] },
  ...change,
});
const flaws = (one: Template, assets: readonly string[] = []): readonly string[] =>
  checkTemplate(one, new Set(assets)).map(
    ({ flaw, severity, layer }) => `${severity} ${flaw} ${layer ?? "-"}`,
  );

describe("the print check of a template", () => {
  it.each(TEMPLATES)("has nothing against $name", (one) => {
    const pictures = layersOf(one).flatMap((layer) => (layer.kind === "image" ? [layer.asset] : []));
    expect(checkTemplate(one, new Set(pictures))).toEqual([]);
  });

  it.each([
    ["no code at all", [text()], ["refuse no-code -"]],
    [
      "a code over the edge",
      [{ ...BARCODE, box: { ...BARCODE.box, x: 45 } }],
      ["refuse code-outside-safe-zone 0"],
    ],
    [
      "a picture over the code",
      [BARCODE, { kind: "rect", box: { x: 60, y: 40, width: 10, height: 5 }, fill: "#000000" }],
      ["refuse code-covered 0"],
    ],
    [
      "the number in the white of its code",
      [BARCODE, text({ box: { x: 22, y: 45, width: 40, height: 3 } })],
      [],
    ],
    [
      "bars that leave their white box",
      [{ ...BARCODE, barsHeight: 14 }],
      ["refuse bars-outside-their-box 0"],
    ],
    [
      "a code too narrow for sixteen digits",
      [{ ...BARCODE, box: { ...BARCODE.box, width: 30 } }],
      ["warn code-too-narrow 0"],
    ],
    [
      "words on the cut line",
      [BARCODE, text({ box: { x: 1, y: 12, width: 70, height: 6 } })],
      ["warn outside-safe-zone 1"],
    ],
    ["letters like ants", [BARCODE, text({ minSize: 1.2 })], ["warn text-small 1"]],
    [
      "a picture nobody gave",
      [BARCODE, { kind: "image", asset: "latar", box: { x: 0, y: 0, width: 20, height: 20 }, fit: "cover" }],
      ["warn picture-missing 1"],
    ],
  ] as const)("finds %s", (_, layers, found) => {
    expect(flaws(template(layers as readonly Layer[]))).toEqual(found);
  });

  it("keeps the slot free in which a clip is punched, on whichever edge", () => {
    const inTheMiddle = text({ box: { x: 30, y: 4, width: 30, height: 4 } });
    expect(flaws(template([BARCODE, inTheMiddle], { slot: "long-edge" }))).toEqual(["warn in-slot 1"]);
    expect(flaws(template([BARCODE, inTheMiddle], { slot: "short-edge" }))).toEqual([]);
    const high: Layer = { ...BARCODE, box: { ...BARCODE.box, y: 5 } };
    expect(flaws(template([high], { slot: "long-edge" }))).toEqual(["refuse code-in-slot 0"]);
  });

  it("knows an upright card's own edges", () => {
    const upright: Layer = { ...BARCODE, box: { x: 4, y: 60, width: 45, height: 14 } };
    expect(flaws(template([upright], { orientation: "portrait" }))).toEqual([]);
    expect(flaws(template([upright]))).toEqual(["refuse code-outside-safe-zone 0"]);
  });

  it("looks at the back too", () => {
    const back = { layers: [{ ...BARCODE, barsHeight: 14 }] };
    expect(checkTemplate(template([BARCODE], { back }), new Set())).toEqual([
      { flaw: "bars-outside-their-box", severity: "refuse", side: "back", layer: 0 },
    ]);
  });
});
