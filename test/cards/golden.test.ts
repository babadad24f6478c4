import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import pixelmatch from "pixelmatch";
import { describe, expect, it } from "vitest";
import { designsByName, withoutAssets } from "../../src/cards/design.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import type { DrawnSide } from "../../src/cards/rendering/render.ts";
import { needsPhoto, type Template } from "../../src/cards/template.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { GOLDEN_CASES } from "./golden-cases.ts";

/**
 * Every template in every case, half its size at 300 dpi, on one sheet. `RENEW_GOLDENS=1` writes the sheets anew: look at each
 * of them before they are committed.
 */
const goldens = path.join(import.meta.dirname, "golden");
const isRenewing = process.env["RENEW_GOLDENS"] === "1";
const COLUMNS = 3;
const GAP_PX = 8;
/** Colour distance by which a pixel counts as changed, and the share that may be: edges are smoothed anew on every processor. */
const [COLOUR_DISTANCE, CHANGED_SHARE] = [0.1, 0.0005];

const never = new AbortController().signal;
const renderer = new CanvasCardRenderer(designsByName(TEMPLATES.map(withoutAssets)));

async function contactSheet(template: Template) {
  const cases = Object.values(GOLDEN_CASES).filter(
    ({ photo }) => photo !== undefined || !needsPhoto(template),
  );
  const cards: (readonly DrawnSide[])[] = [];
  for (const content of cases) cards.push(await renderer.draw(template.name, content, never));
  const faces = [
    ...cards.map(([front]) => front),
    ...[0, 1, cards.length - 1].map((index) => cards[index]?.[1]),
  ].filter((side) => side !== undefined);
  const [width, height] = [faces[0]!.surface.widthPx / 2, faces[0]!.surface.heightPx / 2];
  const rows = Math.ceil(faces.length / COLUMNS);
  const sheet = createCanvas(COLUMNS * (width + GAP_PX), rows * (height + GAP_PX));
  const context = sheet.getContext("2d");
  context.fillStyle = "#808080";
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.imageSmoothingQuality = "high";
  faces.forEach(({ canvas }, index) => {
    const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
    context.drawImage(canvas, column * (width + GAP_PX), row * (height + GAP_PX), width, height);
  });
  return sheet;
}

async function readSheet(file: string) {
  const picture = await loadImage(readFileSync(file));
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas;
}

const rgba = (canvas: Canvas) => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;

describe("cards look as they were approved", () => {
  it.each(TEMPLATES)("$name", async (template) => {
    const drawn = await contactSheet(template);
    const file = path.join(goldens, `${template.name}.png`);
    if (isRenewing) {
      mkdirSync(goldens, { recursive: true });
      writeFileSync(file, await drawn.encode("png"));
    }
    expect(existsSync(file), `${file} is missing: RENEW_GOLDENS=1`).toBe(true);

    const approved = await readSheet(file);
    expect([drawn.width, drawn.height]).toEqual([approved.width, approved.height]);
    const { width, height } = drawn;
    const changes = createCanvas(width, height);
    const picture = changes.getContext("2d").createImageData(width, height);
    const changed = pixelmatch(rgba(approved), rgba(drawn), picture.data, width, height, {
      threshold: COLOUR_DISTANCE,
    });
    let where = "";
    if (changed > width * height * CHANGED_SHARE) {
      where = mkdtempSync(path.join(tmpdir(), "titian-golden-"));
      changes.getContext("2d").putImageData(picture, 0, 0);
      writeFileSync(path.join(where, "drawn.png"), await drawn.encode("png"));
      writeFileSync(path.join(where, "changes.png"), await changes.encode("png"));
    }
    expect(changed, `what changed is in ${where}`).toBeLessThanOrEqual(width * height * CHANGED_SHARE);
  });
});
