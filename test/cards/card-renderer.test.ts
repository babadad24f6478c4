import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { constants, inflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { designsByName, withoutAssets } from "../../src/cards/design.ts";
import { surfaceOf } from "../../src/cards/geometry.ts";
import type { CardContent } from "../../src/cards/print-job.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import { TemplateSchema } from "../../src/cards/template.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { parse } from "../../src/kernel/schema.ts";
import type { MemberNo } from "../../src/kernel/types.ts";
import { dewi } from "./fake-printer.ts";
import { difference, pixelsOf } from "./pixels.ts";
import { portrait } from "./portrait.ts";

const never = new AbortController().signal;
const { originPx: ORIGIN_PX, pxPerMm: PX_PER_MM } = surfaceOf("landscape");
const renderer = new CanvasCardRenderer(designsByName(TEMPLATES.map(withoutAssets)));
const withPhoto: CardContent = { ...dewi, photo: await portrait() };
const numbered = (memberNo: string): CardContent => ({ ...withPhoto, memberNo: memberNo as MemberNo });

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => TitianError.from(error).code,
  );

/** Pictures to be looked at by people: CARD_PICTURES names the folder. */
const folder = process.env["CARD_PICTURES"] ?? mkdtempSync(path.join(tmpdir(), "titian-cards-"));
mkdirSync(folder, { recursive: true });

async function draw(content: CardContent, template = "lengkung", name?: string) {
  const card = await renderer.render(template, content, never);
  if (name) writeFileSync(path.join(folder, `${name}.png`), card.front.png);
  return card;
}

/** The page's drawing operators: the compressed stream that is not the picture. */
function pageOperators(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const streams: string[] = [];
  for (let at = bytes.indexOf("\nstream\n"); at >= 0; at = bytes.indexOf("\nstream\n", at + 1)) {
    const content = inflateSync(bytes.subarray(at + 8), { finishFlush: constants.Z_SYNC_FLUSH });
    if (content.length < 100_000) streams.push(content.toString("latin1"));
  }
  return streams.join("\n");
}

describe("card renderer", () => {
  it("has templates that keep their own schema", () => {
    for (const template of TEMPLATES)
      expect(parse(TemplateSchema, template, template.name)).toEqual(template);
  });

  it.each([
    ["plain", "lengkung", withPhoto],
    ["no-photo", "lengkung-no-photo", dewi],
    ["nik", "lengkung", numbered("3201014502980007")],
    ["letters", "lengkung", numbered("00017L2026")],
    ["odd-characters", "lengkung", numbered("A/1 b_#~")],
    ["name-255", "lengkung", { ...withPhoto, fullName: "W".repeat(255) }],
    [
      "name-255-no-photo",
      "lengkung-no-photo",
      { ...dewi, fullName: "Siti Rahmawati Nur ".repeat(14).slice(0, 255) },
    ],
    ["number-50-no-photo", "lengkung-no-photo", { ...dewi, memberNo: "90".repeat(25) as MemberNo }],
    [
      "nothing-known",
      "lengkung",
      { ...withPhoto, memberType: undefined, validUntil: undefined, libraryName: "" },
    ],
  ] as const)("draws a card whose barcode reads back exactly: %s", async (name, template, content) => {
    const card = await draw(content, template, name);
    const { width, height } = await loadImage(Buffer.from(card.front.png));
    expect([width, height]).toEqual([1016, 648]);
    expect(await renderer.verify(card, content.memberNo, never)).toBe("]C0");
    expect(await codeOf(renderer.verify(card, "26110000413" as MemberNo, never))).toBe("CARD_UNREADABLE");
  });

  it("refuses numbers that a barcode cannot carry or a scanner would not read", async () => {
    expect(await codeOf(draw(numbered("2611é")))).toBe("MEMBER_NO_UNPRINTABLE");
    expect(await codeOf(draw(numbered("26\t11")))).toBe("MEMBER_NO_UNPRINTABLE");
    expect(await codeOf(draw(numbered("")))).toBe("MEMBER_NO_UNPRINTABLE");
    expect(await codeOf(draw(numbered("9".repeat(50))))).toBe("MEMBER_NO_TOO_LONG");
    expect(await codeOf(draw({ ...dewi, memberNo: "A".repeat(50) as MemberNo }, "lengkung-no-photo"))).toBe(
      "MEMBER_NO_TOO_LONG",
    );
  });

  it("refuses a card without its photo, a photo that is none, and a template that is not there", async () => {
    expect(await codeOf(draw(dewi))).toBe("PHOTO_MISSING");
    expect(await codeOf(draw({ ...dewi, photo: Buffer.from("not a picture") }))).toBe("PHOTO_NOT_AN_IMAGE");
    expect(await codeOf(draw(withPhoto, "no-such-design"))).toBe("CARD_TEMPLATE_UNKNOWN");
    await expect(renderer.render("lengkung", withPhoto, AbortSignal.abort())).rejects.toThrow();
  });

  it("shows a number of sixteen digits masked, and any other as it is", async () => {
    const text = (memberNo: string) => draw(numbered(memberNo)).then(({ front }) => pixelsOf(front.png));
    const [masked, other] = [await text("3201014502980007"), await text("3201999999990007")];
    const change = difference(masked, other)!;
    const textTop = ORIGIN_PX.y + (34.4 + 1 + 9.6 + 0.4) * PX_PER_MM;
    expect(change.bottom).toBeLessThan(textTop);
  });

  it.each(["W".repeat(255), "Raden Ajeng Ńgǎyóu ".repeat(13), "M̈́̂".repeat(60), "Å".repeat(255)])(
    "keeps every pixel of a long name inside the name's box",
    async (fullName) => {
      const named = await pixelsOf((await draw({ ...withPhoto, fullName })).front.png);
      const blank = await pixelsOf((await draw({ ...withPhoto, fullName: "" })).front.png);
      const ink = difference(named, blank)!;
      expect(ink.left).toBeGreaterThanOrEqual(Math.floor(ORIGIN_PX.x + 31 * PX_PER_MM) - 1);
      expect(ink.right).toBeLessThanOrEqual(Math.ceil(ORIGIN_PX.x + 80.6 * PX_PER_MM) + 1);
      expect(ink.top).toBeGreaterThanOrEqual(Math.floor(ORIGIN_PX.y + 17.1 * PX_PER_MM) - 1);
      expect(ink.bottom).toBeLessThanOrEqual(Math.ceil(ORIGIN_PX.y + 25.1 * PX_PER_MM) + 1);
    },
  );

  it.each([
    ["26110000412", 3],
    ["9".repeat(24), 3],
    ["9".repeat(42), 2],
  ])(
    "draws %s in pure black on white, %i whole pixels a module, ten modules of light beside it",
    async (memberNo, px) => {
      const card = await pixelsOf((await draw(numbered(memberNo))).front.png);
      const middle = Math.round(ORIGIN_PX.y + 40 * PX_PER_MM);
      const from = Math.ceil(ORIGIN_PX.x + 31 * PX_PER_MM);
      const until = Math.floor(ORIGIN_PX.x + 80.6 * PX_PER_MM);
      const row = Array.from({ length: until - from }, (_, index) => String(card.at(from + index, middle)));
      expect(new Set(row)).toEqual(new Set(["0,0,0", "255,255,255"]));

      const runs = row
        .join(";")
        .match(/(0,0,0;?)+|(255,255,255;?)+/g)!
        .map((run) => run.split(";").filter(Boolean).length);
      expect(runs[0]).toBeGreaterThanOrEqual(10 * px);
      expect(runs.at(-1)).toBeGreaterThanOrEqual(10 * px);
      for (const run of runs.slice(1, -1)) expect(run % px).toBe(0);

      const bar = from + runs[0]!;
      const column = Array.from({ length: 200 }, (_, index) => String(card.at(bar, middle - 100 + index)));
      expect(column.filter((pixel) => pixel === "0,0,0").length / PX_PER_MM).toBeGreaterThanOrEqual(8);
    },
  );

  it("gives the same bytes for the same card, and says 300 dpi", async () => {
    const [first, second] = [await draw(withPhoto), await draw(withPhoto)];
    expect(Buffer.compare(first.front.png, second.front.png)).toBe(0);
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
    const png = Buffer.from(first.front.png);
    expect(png.readUInt32BE(png.indexOf("pHYs") + 4)).toBe(11811);
  });

  it("puts one page of exactly ID-1 into the PDF, with its bars as shapes in black alone and no date", async () => {
    const { pdf } = await draw(withPhoto);
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const { width, height } = document.getPage(0).getSize();
    expect(document.getPageCount()).toBe(1);
    expect(width * (25.4 / 72)).toBeCloseTo(85.6, 3);
    expect(height * (25.4 / 72)).toBeCloseTo(53.98, 3);
    expect(document.getCreationDate()).toBeUndefined();
    expect(document.getProducer()).toBeUndefined();
    // Start symbol, eleven digits in seven symbols, check and stop: 31 bars, each filled in DeviceGray 0.
    expect(pageOperators(pdf).match(/^0 g$/gm)).toHaveLength(31);
    expect(pageOperators(pdf)).not.toMatch(/ (rg|k)$/m);
  });
});
