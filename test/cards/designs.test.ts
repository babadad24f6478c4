import { PDFDocument } from "@cantoo/pdf-lib";
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { isShown } from "../../src/cards/condition.ts";
import { designsByName } from "../../src/cards/design.ts";
import { surfaceOf } from "../../src/cards/geometry.ts";
import type { CardContent } from "../../src/cards/print-job.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import { readCodes } from "../../src/cards/rendering/verify.ts";
import { type Layer, needsPhoto, type Side, type Template, type When } from "../../src/cards/template.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { MemberNo } from "../../src/kernel/types.ts";
import { dewi } from "./fake-printer.ts";
import { pixelsOf } from "./pixels.ts";
import { portrait } from "./portrait.ts";

const never = new AbortController().signal;
const numbered = (memberNo: string): CardContent => ({ ...dewi, memberNo: memberNo as MemberNo });
const BARCODE: Layer = {
  kind: "barcode",
  box: { x: 5, y: 30, width: 70, height: 14 },
  barsTop: 1,
  barsHeight: 10,
};
const QR: Layer = { kind: "qr", box: { x: 60, y: 4, width: 18, height: 18 } };

function renderer(front: Side, change: Partial<Template> = {}, assets = new Map<string, Uint8Array>()) {
  const template: Template = {
    ...{ name: "try", title: "Uji", version: 1, orientation: "landscape", slot: "none" },
    front,
    ...change,
  };
  return new CanvasCardRenderer(designsByName([{ template, assets }]));
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => TitianError.from(error).code,
  );

describe("when a layer is on the card", () => {
  const shown = (when: When, content: CardContent = dewi): boolean =>
    isShown({ when } as Pick<Layer, "when">, content);

  it.each([
    [undefined, true],
    [{ has: "memberType" }, true],
    [{ has: "locationName" }, false],
    [{ hasNot: "locationName" }, true],
    [{ photo: false }, true],
    [{ photo: true }, false],
    [{ memberTypes: ["Pelajar", "mahasiswa "] }, true],
    [{ memberTypes: ["Pelajar"] }, false],
    [{ minor: true }, false],
    [{ has: "memberType", photo: true }, false],
  ] as const)("%o: %s", (when, is) => {
    expect(shown(when as When)).toBe(is);
  });

  it("takes nobody for a minor whose age is not known", () => {
    expect(shown({ minor: true }, { ...dewi, isMinor: undefined })).toBe(false);
    expect(shown({ minor: true }, { ...dewi, isMinor: true })).toBe(true);
  });

  it("needs a photo only where nothing else would stand in its place", () => {
    const photo: Layer = { kind: "photo", box: { x: 5, y: 5, width: 20, height: 26 } };
    const front = (one: Layer): Template => ({ front: { layers: [one] } }) as unknown as Template;
    expect(needsPhoto(front(photo))).toBe(true);
    expect(needsPhoto(front({ ...photo, when: { photo: true } }))).toBe(false);
  });
});

describe("codes on a card", () => {
  it("are read back all, whichever they are, on either side", async () => {
    const both = renderer(
      { layers: [BARCODE, QR] },
      { back: { layers: [{ ...BARCODE, symbology: "code39" }] } },
    );
    const card = await both.render("try", numbered("00017L2026"), never);
    expect([card.front.codes, card.back?.codes]).toEqual([2, 1]);
    expect((await readCodes(card.front.png)).map(({ symbology }) => symbology.slice(0, 2)).sort()).toEqual([
      "]C",
      "]Q",
    ]);
    expect(await both.verify(card, "00017L2026" as MemberNo, never)).toMatch(/^\]/);
    expect(await codeOf(both.verify(card, "00018L2026" as MemberNo, never))).toBe("CARD_UNREADABLE");
  });

  it("refuse a card on which one of two codes is covered", async () => {
    const cover: Layer = { kind: "rect", box: { x: 58, y: 2, width: 24, height: 12 }, fill: "#102030" };
    const whole = await renderer({ layers: [BARCODE, QR] }).render("try", dewi, never);
    const covered = await renderer({ layers: [BARCODE, cover] }).render("try", dewi, never);
    const claimed = { ...covered, front: { ...covered.front, codes: whole.front.codes } };
    expect(await codeOf(renderer({ layers: [] }).verify(claimed, dewi.memberNo, never))).toBe(
      "CARD_UNREADABLE",
    );
  });

  it("refuse a card that has none", async () => {
    const bare = renderer({ layers: [] });
    expect(await codeOf(bare.verify(await bare.render("try", dewi, never), dewi.memberNo, never))).toBe(
      "CARD_UNREADABLE",
    );
  });

  it("print Code 39 in capitals, as INLISLite 3.2 does, and refuse what it cannot carry", async () => {
    const old = renderer({ layers: [{ ...BARCODE, symbology: "code39" }] });
    const card = await old.render("try", numbered("ab-17"), never);
    expect(await readCodes(card.front.png)).toEqual([{ text: "AB-17", symbology: "]A0" }]);
    expect(await old.verify(card, "ab-17" as MemberNo, never)).toBe("]A0");
    expect(await codeOf(old.render("try", numbered("A_1"), never))).toBe("MEMBER_NO_UNPRINTABLE");
    expect(await codeOf(old.render("try", numbered("9".repeat(30)), never))).toBe("MEMBER_NO_TOO_LONG");
  });

  it("refuse a QR that would be too fine for its box", async () => {
    const small = renderer({ layers: [{ ...QR, box: { x: 5, y: 5, width: 6, height: 6 } }] });
    expect(await codeOf(small.render("try", dewi, never))).toBe("MEMBER_NO_TOO_LONG");
  });
});

describe("both sides of a card as pages", () => {
  it("are two of exactly ID-1, front first, and there is no such document of a card with one side", async () => {
    const layers = [{ ...BARCODE, box: { x: 2, y: 20, width: 49.98, height: 14 } }];
    const card = await renderer({ layers }, { back: { layers: [] } }).render("try", dewi, never);
    const pages = (await PDFDocument.load(await card.bothSidesPdf!())).getPages();
    const millimetres = (points: number): number => +((points * 25.4) / 72).toFixed(2);
    expect(pages.map((page) => [millimetres(page.getWidth()), millimetres(page.getHeight())])).toEqual([
      [85.6, 53.98],
      [85.6, 53.98],
    ]);
    expect((await PDFDocument.load(card.pdf)).getPageCount()).toBe(1);
    expect((await renderer({ layers }).render("try", dewi, never)).bothSidesPdf).toBeUndefined();
  });
});

describe("an upright card", () => {
  const upright = renderer(
    {
      layers: [
        { kind: "rect", box: { x: 0, y: 0, width: 53.98, height: 10 }, fill: "#aa0000" },
        { ...BARCODE, box: { x: 2, y: 50, width: 49.98, height: 14 } },
      ],
    },
    { orientation: "portrait" },
  );

  it("is drawn upright, and lies for the printer with its top to the left", async () => {
    const { front, pdf } = await upright.render("try", dewi, never);
    const [held, head] = [await pixelsOf(front.png), await pixelsOf(front.headPng)];
    expect([held.at(324, 40), held.at(324, 900)]).toEqual([
      [170, 0, 0],
      [255, 255, 255],
    ]);
    expect([head.at(40, 324), head.at(900, 324)]).toEqual([
      [170, 0, 0],
      [255, 255, 255],
    ]);
    const page = (await PDFDocument.load(pdf)).getPage(0);
    expect([page.getWidth(), page.getHeight()].map((points) => +((points * 25.4) / 72).toFixed(2))).toEqual([
      53.98, 85.6,
    ]);
    expect(page.getRotation().angle).toBe(270);
  });

  it("is read back", async () => {
    expect(await upright.verify(await upright.render("try", dewi, never), dewi.memberNo, never)).toBe("]C0");
  });
});

describe("pictures of a template", () => {
  const picture = async (): Promise<Uint8Array> => {
    const canvas = createCanvas(100, 50);
    const context = canvas.getContext("2d");
    context.fillStyle = "#00aa00";
    context.fillRect(0, 0, 100, 50);
    return canvas.encode("png");
  };
  const image = (fit: "cover" | "contain"): Layer => ({
    kind: "image",
    asset: "crest",
    box: { x: 10, y: 10, width: 20, height: 20 },
    fit,
  });

  it("fill their box, or show whole with room beside; never stretched", async () => {
    const assets = new Map([["crest", await picture()]]);
    const middle = async (fit: "cover" | "contain", yMm: number) => {
      const { front } = await renderer({ layers: [image(fit)] }, {}, assets).render("try", dewi, never);
      return (await pixelsOf(front.png)).at(240, Math.round(yMm * 11.81) + 5);
    };
    expect(await middle("cover", 11)).toEqual([0, 170, 0]);
    expect(await middle("contain", 11)).toEqual([255, 255, 255]);
    expect(await middle("contain", 20)).toEqual([0, 170, 0]);
  });

  it("are left out while the library has not given them", async () => {
    const { front } = await renderer({ layers: [image("cover")] }).render("try", dewi, never);
    expect((await pixelsOf(front.png)).at(240, 240)).toEqual([255, 255, 255]);
  });
});

describe("resolution", () => {
  it("is twice as fine at 600 dpi, with modules of as many whole pixels more", async () => {
    const fine = renderer({ layers: [BARCODE] });
    const [at300] = await fine.draw("try", { ...dewi, photo: await portrait() }, never);
    const [at600] = await fine.draw("try", dewi, never, surfaceOf("landscape", 600));
    expect([at600!.canvas.width, at600!.canvas.height]).toEqual([2032, 1296]);
    expect(at600!.codes[0]!.modulePx).toBe(2 * at300!.codes[0]!.modulePx);
  });
});
