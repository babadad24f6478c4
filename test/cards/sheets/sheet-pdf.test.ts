import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { designsByName, withoutAssets } from "../../../src/cards/design.ts";
import { CARD, paperSurface } from "../../../src/cards/geometry.ts";
import type { CardContent } from "../../../src/cards/print-job.ts";
import { CanvasCardRenderer } from "../../../src/cards/rendering/card-renderer.ts";
import { type Sheet, sheetPdf } from "../../../src/cards/rendering/sheet-pdf.ts";
import { readCodes } from "../../../src/cards/rendering/verify.ts";
import { TRUE_TO_SIZE } from "../../../src/cards/sheets/calibration.ts";
import { backCells, type Cell, findLayout, frontCells } from "../../../src/cards/sheets/sheet-layout.ts";
import type { Side, Template } from "../../../src/cards/template.ts";
import type { MemberNo } from "../../../src/kernel/types.ts";
import { dewi } from "../fake-printer.ts";
import { type Pixels, pixelsOf } from "../pixels.ts";

const never = new AbortController().signal;
const DPI = 300;
const PX_PER_MM = DPI / 25.4;
const folder = process.env["CARD_PICTURES"] ?? mkdtempSync(path.join(tmpdir(), "titian-sheets-"));
mkdirSync(folder, { recursive: true });

/** Red to the card's very edge and beyond, so that edges can be measured on the paper. */
const side = (fill: string): Side => ({
  layers: [
    { kind: "rect", box: { x: -3, y: -3, width: 92, height: 92 }, fill },
    { kind: "barcode", box: { x: 4, y: 34, width: 45, height: 14 }, barsTop: 1, barsHeight: 10 },
  ],
});
const design = (name: string, change: Partial<Template> = {}): Template => ({
  ...{ name, title: name, version: 1, orientation: "landscape", slot: "none" },
  front: side("#cc0000"),
  back: side("#0000cc"),
  ...change,
});
const renderer = new CanvasCardRenderer(
  designsByName([design("plain"), design("upright", { orientation: "portrait" })].map(withoutAssets)),
);
const numbered = (index: number): CardContent => ({
  ...dewi,
  memberNo: `2611000${1000 + index}` as MemberNo,
});

async function placed(cell: number, template = "plain", bleedMm = 1) {
  const orientation = template === "upright" ? "portrait" : "landscape";
  const surface = paperSurface(orientation, 300, bleedMm);
  const [front, back] = await renderer.draw(template, numbered(cell), never, surface);
  return { cell, front: front!, back };
}

/** What comes out of a printer that is true to size: poppler draws the pages. */
async function pagesOf(name: string, sheet: Sheet): Promise<readonly Pixels[]> {
  const pdf = await sheetPdf(sheet);
  writeFileSync(path.join(folder, `${name}.pdf`), pdf);
  execFileSync("pdftoppm", [
    "-r",
    `${DPI}`,
    "-png",
    path.join(folder, `${name}.pdf`),
    path.join(folder, name),
  ]);
  const count = (await PDFDocument.load(pdf)).getPageCount();
  return Promise.all(
    Array.from({ length: count }, (_, page) =>
      pixelsOf(readFileSync(path.join(folder, `${name}-${page + 1}.png`))),
    ),
  );
}

/** Where colour begins and ends along a line through the middle of a cell, mm. */
function edgesOf(page: Pixels, { xMm, yMm }: Cell) {
  const isInk = (x: number, y: number): boolean => page.at(x, y).some((value) => value < 60);
  const [middleX, nearTop] = [(xMm + CARD.longMm / 2) * PX_PER_MM, (yMm + 4) * PX_PER_MM];
  let [left, top] = [middleX, nearTop];
  while (isInk(left - 1, nearTop)) left -= 1;
  while (isInk(middleX, top - 1)) top -= 1;
  return { leftMm: left / PX_PER_MM, topMm: top / PX_PER_MM };
}

async function numberAt(name: string, page: number, { xMm, yMm }: Cell): Promise<string | undefined> {
  const picture = await loadImage(path.join(folder, `${name}-${page}.png`));
  const [width, height] = [CARD.longMm * PX_PER_MM, CARD.shortMm * PX_PER_MM].map(Math.round) as [
    number,
    number,
  ];
  const read = async (turns: number): Promise<string | undefined> => {
    const canvas = createCanvas(
      ...((turns % 2 === 0 ? [width, height] : [height, width]) as [number, number]),
    );
    const context = canvas.getContext("2d");
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate((turns * Math.PI) / 2);
    context.drawImage(picture, -xMm * PX_PER_MM - width / 2, -yMm * PX_PER_MM - height / 2);
    return (await readCodes(await canvas.encode("png")))[0]?.text;
  };
  return (await read(0)) ?? (await read(1)) ?? (await read(2));
}

describe("a sheet of cards", () => {
  const layout = findLayout("a4-10");
  const cells = frontCells(layout);

  it("has the paper's size to the hundredth of a millimetre", async () => {
    for (const name of ["a4-10", "f4-10", "letter-8"]) {
      const sheet = { layout: findLayout(name), backs: "none", cards: [], label: "" } as const;
      const page = (await PDFDocument.load(await sheetPdf(sheet))).getPage(0);
      const mm = [page.getWidth(), page.getHeight()].map(
        (points) => Math.round(((points * 25.4) / 72) * 100) / 100,
      );
      expect(mm).toEqual({ "a4-10": [210, 297], "f4-10": [215, 330], "letter-8": [215.9, 279.4] }[name]);
    }
  });

  it("has every card in its cell, true to size, bleeding 1 mm over the cut, each with its own number", async () => {
    const cards = await Promise.all([0, 3, 9].map((cell) => placed(cell)));
    const [page] = await pagesOf("plain", { layout, backs: "none", cards, label: "uji 1/1" });
    for (const { cell } of cards) {
      const at = cells[cell]!;
      const { leftMm, topMm } = edgesOf(page!, at);
      expect(Math.abs(leftMm - (at.xMm - 1)), `left of ${cell}`).toBeLessThan(0.15);
      expect(Math.abs(topMm - (at.yMm - 1)), `top of ${cell}`).toBeLessThan(0.15);
      expect(await numberAt("plain", 1, at)).toBe(numbered(cell).memberNo);
    }
  });

  it.each(["long-edge", "short-edge"] as const)(
    "has each back behind its front when turned over the %s",
    async (backs) => {
      const cards = await Promise.all([0, 5].map((cell) => placed(cell)));
      const pages = await pagesOf(backs, { layout, backs, cards, label: "uji" });
      expect(pages).toHaveLength(2);
      for (const { cell } of cards) {
        const behind = backCells(layout, backs)[cell]!;
        expect(pages[1]!.at((behind.xMm + 60) * PX_PER_MM, (behind.yMm + 25) * PX_PER_MM)).toEqual([
          0, 0, 204,
        ]);
        expect(await numberAt(backs, 2, behind)).toBe(numbered(cell).memberNo);
      }
    },
  );

  it("has front and back side by side for folding, on one page", async () => {
    const pages = await pagesOf("fold", { layout, backs: "fold", cards: [await placed(2)], label: "uji" });
    expect(pages).toHaveLength(1);
    const [left, right] = [cells[4]!, cells[5]!];
    const colourOf = ({ xMm, yMm }: Cell) => pages[0]!.at((xMm + 60) * PX_PER_MM, (yMm + 25) * PX_PER_MM);
    expect([colourOf(left), colourOf(right)]).toEqual([
      [204, 0, 0],
      [0, 0, 204],
    ]);
  });

  it("lays an upright card on its side, and it is still read", async () => {
    await pagesOf("upright", { layout, backs: "none", cards: [await placed(4, "upright")], label: "uji" });
    expect(await numberAt("upright", 1, cells[4]!)).toBe(numbered(4).memberNo);
  });

  it("moves and scales everything as the printer's profile says", async () => {
    const profile = { ...TRUE_TO_SIZE, offsetXMm: 2, offsetYMm: -1.5, scaleX: 1.01 };
    const cards = [await placed(0)];
    const [page] = await pagesOf("profile", { layout, backs: "none", cards, label: "uji", profile });
    const { xMm, yMm } = cells[0]!;
    const { leftMm, topMm } = edgesOf(page!, { ...cells[0]!, xMm: xMm + 2, yMm: yMm - 1.5 });
    expect(Math.abs(leftMm - ((xMm - 1) * 1.01 + 2))).toBeLessThan(0.15);
    expect(Math.abs(topMm - (yMm - 1 - 1.5))).toBeLessThan(0.15);
  });
});
