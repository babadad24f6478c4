import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import bwipjs from "bwip-js/node";
import type { PrintedRow } from "../escpos/read-escpos.ts";

/** Font A of a 203 dpi receipt printer: 12 × 24 dots a character. */
const CELL = { width: 12, height: 24 } as const;
const LINE_DOTS = 30;
const MARGIN = 24;
const QUIET_MODULES = 10;
const FAMILY = "Titian Receipt";
const FONT_FILE = "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf";

/** The paper as a PNG, one pixel a dot. */
export function drawReceipt(rows: readonly PrintedRow[], columns: number): Promise<Buffer> {
  if (!GlobalFonts.has(FAMILY)) {
    GlobalFonts.register(readFileSync(createRequire(import.meta.url).resolve(FONT_FILE)), FAMILY);
  }
  const width = columns * CELL.width + 2 * MARGIN;
  const height = rows.reduce((sum, row) => sum + heightOf(row), 2 * MARGIN);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#000";

  let y = MARGIN;
  for (const row of rows) {
    if (row.kind === "text") drawText(context, row, y, width);
    else if (row.kind === "barcode") drawBarcode(context, row, y, width);
    else drawCut(context, y, width);
    y += heightOf(row);
  }
  return canvas.encode("png");
}

function heightOf(row: PrintedRow): number {
  if (row.kind === "cut") return LINE_DOTS;
  if (row.kind === "text") return LINE_DOTS * row.scale;
  return row.heightDots + (row.hasText ? LINE_DOTS : 0) + CELL.height;
}

function drawText(
  context: SKRSContext2D,
  { text, scale, isCentred }: Extract<PrintedRow, { kind: "text" }>,
  y: number,
  width: number,
): void {
  // Blanks that the encoder puts before large letters to centre them are of normal width.
  const blanks = scale > 1 ? text.length - text.trimStart().length : 0;
  const letters = [...text.slice(blanks)];
  const cell = CELL.width * scale;
  const start = isCentred ? (width - letters.length * cell) / 2 : MARGIN + blanks * CELL.width;
  context.font = `${CELL.height * 0.92 * scale}px "${FAMILY}"`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  for (const [index, letter] of letters.entries()) {
    const x = start + index * cell;
    if (letter === "─" || letter === "═") context.fillRect(x, y + CELL.height / 2, cell, 2);
    else context.fillText(letter, x + cell / 2, y + CELL.height * 0.8 * scale, cell);
  }
}

function drawBarcode(
  context: SKRSContext2D,
  { code128, heightDots, moduleDots, hasText, isCentred }: Extract<PrintedRow, { kind: "barcode" }>,
  y: number,
  width: number,
): void {
  const [symbol] = bwipjs.raw({ bcid: "code128", text: code128, parse: false });
  const widths = symbol && "sbs" in symbol ? symbol.sbs : [];
  const total = widths.reduce((sum, one) => sum + one, 0) * moduleDots;
  let x = isCentred ? Math.floor((width - total) / 2) : MARGIN + QUIET_MODULES * moduleDots;
  const middle = x + total / 2;
  for (const [index, modules] of widths.entries()) {
    if (index % 2 === 0) context.fillRect(x, y, modules * moduleDots, heightDots);
    x += modules * moduleDots;
  }
  if (!hasText) return;
  context.font = `${CELL.height * 0.92}px "${FAMILY}"`;
  context.textAlign = "center";
  context.fillText(code128, middle, y + heightDots + CELL.height);
}

function drawCut(context: SKRSContext2D, y: number, width: number): void {
  for (let x = 0; x < width; x += 12) context.fillRect(x, y + LINE_DOTS / 2, 6, 1);
}
