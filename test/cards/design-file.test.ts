import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { withoutAssets } from "../../src/cards/design.ts";
import { LARGEST_FILE_BYTES, readDesign, writeDesign } from "../../src/cards/design-file.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { TitianError } from "../../src/kernel/errors.ts";

const [lengkung] = TEMPLATES;
const picture = await createCanvas(4, 3).encode("png");

function errorOf(read: () => unknown): TitianError {
  try {
    read();
  } catch (error) {
    return TitianError.from(error);
  }
  throw new Error("it was read");
}
const json = (change: Record<string, unknown>): Uint8Array => {
  const file = JSON.parse(Buffer.from(writeDesign(withoutAssets(lengkung!))).toString()) as Record<
    string,
    unknown
  >;
  return Buffer.from(JSON.stringify({ ...file, ...change }));
};

function withCode(change: Record<string, unknown>) {
  const code = { kind: "barcode", box: { x: 4, y: 30, width: 60, height: 14 }, barsTop: 1, barsHeight: 10 };
  return { ...lengkung!, front: { layers: [{ ...code, ...change }] } };
}

describe("a card design as one file", () => {
  it.each(TEMPLATES)("comes back as it was: $name", (template) => {
    const design = { template, assets: new Map([["latar", picture]]) };
    const read = readDesign(writeDesign(design));
    expect(read.template).toEqual(template);
    expect(Buffer.compare(read.assets.get("latar")!, picture)).toBe(0);
  });

  it("has the same bytes whatever order its pictures were added in", () => {
    const file = (names: readonly string[]) =>
      writeDesign({ template: lengkung!, assets: new Map(names.map((name) => [name, picture])) });
    expect(Buffer.compare(file(["a", "b"]), file(["b", "a"]))).toBe(0);
  });

  it("may have been saved by an editor that puts a mark before it", () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), writeDesign(withoutAssets(lengkung!))]);
    expect(readDesign(marked).template.name).toBe("lengkung");
  });

  it.each([
    ["nothing", Buffer.alloc(0), "DESIGN_UNREADABLE"],
    ["bytes of something else", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "DESIGN_UNREADABLE"],
    ["JSON of something else", Buffer.from("[1,2]"), "DESIGN_UNREADABLE"],
    ["more than any design", Buffer.alloc(LARGEST_FILE_BYTES + 1, " "), "DESIGN_TOO_LARGE"],
    ["a newer Titian's", json({ formatVersion: 2 }), "DESIGN_NEWER"],
    ["one with a word too many", json({ script: "x" }), "DESIGN_UNREADABLE"],
    [
      "an SVG picture",
      json({ pictures: [{ name: "logo", base64: Buffer.from("<svg onload='x'/>").toString("base64") }] }),
      "DESIGN_PICTURE_REFUSED",
    ],
    ["one that names a font", json({ template: withCode({ font: "Comic Sans MS" }) }), "DESIGN_FONT_REFUSED"],
    ["one with Code 93", json({ template: withCode({ symbology: "code93" }) }), "DESIGN_CODE_REFUSED"],
    [
      "a picture's name that is a path",
      json({ pictures: [{ name: "../x", base64: "" }] }),
      "DESIGN_UNREADABLE",
    ],
  ] as const)("refuses %s", (_, bytes, code) => {
    expect(errorOf(() => readDesign(bytes)).code).toBe(code);
  });

  it("says where the first mistake is", () => {
    const broken = json({ template: { ...lengkung!, front: { layers: [{ kind: "hologram" }] } } });
    expect(String(errorOf(() => readDesign(broken)).details["at"])).toContain("/template/front/layers/0");
  });
});
