import { describe, expect, it } from "vitest";
import { designsByName, withoutAssets } from "../../src/cards/design.ts";
import { RESOLUTIONS, surfaceOf } from "../../src/cards/geometry.ts";
import type { CardContent } from "../../src/cards/print-job.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import { ourFonts } from "../../src/cards/rendering/fonts.ts";
import { cardPng } from "../../src/cards/rendering/png.ts";
import { readCodes } from "../../src/cards/rendering/verify.ts";
import { layOut } from "../../src/cards/scene.ts";
import { layersOf, needsPhoto } from "../../src/cards/template.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { GOLDEN_CASES } from "./golden-cases.ts";
import { portrait } from "./portrait.ts";

const never = new AbortController().signal;
const renderer = new CanvasCardRenderer(designsByName(TEMPLATES.map(withoutAssets)));
const measure = ourFonts();

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => TitianError.from(error).code,
  );

describe("shipped templates", () => {
  it("are thirteen, each with a back and a name of its own, with and without a photo", () => {
    expect(new Set(TEMPLATES.map(({ name }) => name)).size).toBe(13);
    expect(TEMPLATES.filter(({ back }) => !back)).toEqual([]);
    expect(TEMPLATES.filter(needsPhoto).map(({ name }) => name)).toEqual(["lengkung", "kawung"]);
    expect(TEMPLATES.filter(({ orientation }) => orientation === "portrait")).toHaveLength(2);
  });

  describe.each(TEMPLATES)("$name", (template) => {
    const cases = Object.entries(GOLDEN_CASES).filter(([, { photo }]) => photo || !needsPhoto(template));

    it.each(cases)("keeps every word inside its box: %s", (_, content: CardContent) => {
      for (const layer of layersOf(template)) {
        if (layer.kind !== "text") continue;
        for (const line of layOut({ layers: [layer] }, content, measure)) {
          if (line.kind !== "line") continue;
          const { width, ascent, descent } = measure(line.text, line.weight);
          const spread = (width + line.tracking * line.text.length) * line.size;
          const { box } = layer;
          expect(line.x, line.text).toBeGreaterThanOrEqual(box.x - 0.01);
          expect(line.x + spread, line.text).toBeLessThanOrEqual(box.x + box.width + 0.01);
          expect(line.baseline - ascent * line.size, line.text).toBeGreaterThanOrEqual(box.y - 0.01);
          expect(line.baseline + descent * line.size, line.text).toBeLessThanOrEqual(
            box.y + box.height + 0.01,
          );
        }
      }
    });

    it.each(RESOLUTIONS)("is read back at %i dpi, also with a NIK and the longest number", async (dpi) => {
      const surface = surfaceOf(template.orientation, dpi);
      for (const name of ["short", "longest number", "NIK for a number"] as const) {
        const { photo, ...content } = GOLDEN_CASES[name];
        const on = needsPhoto(template) ? { ...content, photo } : { ...content, photo: undefined };
        const [front] = await renderer.draw(template.name, on, never, surface);
        const read = await readCodes(await cardPng(front!.canvas, dpi));
        expect(
          read.map(({ text }) => text),
          name,
        ).toEqual([content.memberNo]);
      }
    });
  });

  it("show nothing of a child but the name on the children's card, the number in its code apart", () => {
    const children = TEMPLATES.find(({ name }) => name === "children")!;
    const bound = layersOf(children).flatMap((layer) =>
      layer.kind === "text"
        ? layer.content.flatMap((part) => (typeof part === "string" ? [] : [part.bind]))
        : [],
    );
    expect([...new Set(bound)].sort()).toEqual([
      ...["fullName", "libraryAddress", "libraryName", "libraryPhone", "memberNo", "openingHours"],
    ]);
  });

  it("let a parent sign for a minor", async () => {
    const back = TEMPLATES[0]!.back!;
    const words = (content: CardContent) =>
      layOut(back, content, measure).flatMap((one) => (one.kind === "line" ? [one.text] : []));
    expect(words(GOLDEN_CASES.short)).toContain("Tanda tangan anggota");
    expect(words(GOLDEN_CASES.minor)).toContain("Tanda tangan orang tua atau wali");
    expect(words(GOLDEN_CASES.minor)).not.toContain("Tanda tangan anggota");
  });
});

describe("a photo that is hardly one", () => {
  it.each([
    [1, 1],
    [2000, 20],
    [20, 2000],
  ])("of %i × %i px fills its place and disturbs no code", async (width, height) => {
    const content = { ...GOLDEN_CASES.short, photo: await portrait(width, height) };
    const card = await renderer.render("kawung", content, never);
    expect(await renderer.verify(card, content.memberNo, never)).toBe("]C0");
  });
});

describe("words in letters that our fonts do not have", () => {
  const named = (fullName: string) =>
    codeOf(renderer.draw("lengkung", { ...GOLDEN_CASES.short, fullName }, never));

  it.each([
    ["Javanese", "ꦱꦼꦏꦂ"],
    ["Balinese", "ᬫᬤᬾ"],
    ["Arabic", "محمد حسن"],
    ["a name with emoji", "Dewi 😀"],
    ["Chinese", "林美玲"],
  ])("are refused and never become boxes: %s", async (_, fullName) => {
    expect(await named(fullName)).toBe("NAME_UNPRINTABLE");
  });

  it.each(["Renée Björn Façade", "Nur’aini O'Timor", "Nguyễn Thị Hương", "Łukasz Żak", "Ĭda M̈arta"])(
    "are not %s",
    async (fullName) => {
      expect(await named(fullName)).toBe("");
    },
  );

  it("are told apart from words of the library", async () => {
    const content = { ...GOLDEN_CASES.short, libraryName: "ꦥꦼꦂꦥꦸꦱ꧀ꦠꦏꦄꦤ꧀" };
    expect(await codeOf(renderer.draw("lengkung", content, never))).toBe("CARD_TEXT_UNPRINTABLE");
  });
});
