import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { designsByName, withoutAssets } from "../../src/cards/design.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import type { DrawnSide } from "../../src/cards/rendering/render.ts";
import { needsPhoto, type Template } from "../../src/cards/template.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { GOLDEN_CASES } from "./golden-cases.ts";

const COLUMNS = 3;
const GAP_PX = 8;

const never = new AbortController().signal;
const renderer = new CanvasCardRenderer(designsByName(TEMPLATES.map(withoutAssets)));

/** A template in every case, half its size at 300 dpi. */
export async function contactSheet(template: Template): Promise<Canvas> {
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
