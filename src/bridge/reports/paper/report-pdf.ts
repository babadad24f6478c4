import { setImmediate as breathe } from "node:timers/promises";
import { createCanvas, Path2D, PDFDocument } from "@napi-rs/canvas";
import { POINTS_PER_MM } from "../../../cards/geometry.ts";
import { ourFonts } from "../../../cards/rendering/fonts.ts";
import { PAPERS } from "../../../cards/sheets/sheet-layout.ts";
import type { Block, Reading, Report, ReportPaper } from "../report.ts";
import { Written } from "../written.ts";
import { barsRun, rangesRun, sharesRun } from "./charts.ts";
import { headlineRun, headRun, noteRun, signaturesRun } from "./head-and-foot.ts";
import { flow, type Piece, type Run } from "./page-flow.ts";
import { INK, Pen, type Type } from "./pen.ts";
import { tableRun } from "./table-run.ts";

const MARGIN_MM = { top: 13, side: 17, bottom: 10 } as const;
const FOOT: Type = { size: 8, ink: INK.faint };
const FOOT_HEIGHT = 20;

/**
 * A4 or F4, upright, in our own embedded faces. The words are words: they can be searched and copied. Other work of the daemon
 * goes on between the pages.
 */
export async function reportPdf(
  report: Report,
  { paper, reading, signal }: { paper: ReportPaper; reading: Reading; signal: AbortSignal },
): Promise<Uint8Array> {
  ourFonts();
  const measure = new Pen(createCanvas(1, 1).getContext("2d"));
  const [pageWidth, pageHeight] = [
    PAPERS[paper].widthMm * POINTS_PER_MM,
    PAPERS[paper].heightMm * POINTS_PER_MM,
  ];
  const side = MARGIN_MM.side * POINTS_PER_MM;
  const width = pageWidth - 2 * side;
  const bottom = pageHeight - MARGIN_MM.bottom * POINTS_PER_MM;
  const written = new Written(reading);
  const pathOf = (path: string): Path2D => new Path2D(path);
  const runs = [headRun(report, measure, width, pathOf)];
  for (const block of report.blocks) {
    const run = runOf(block, measure, written, width);
    const before = runs.at(-1);
    if (block.kind === "signatures" && before?.pieces.length === 1)
      runs.splice(-1, 1, onOnePage(before, run));
    else runs.push(run);
  }
  const pages = flow(runs, { top: MARGIN_MM.top * POINTS_PER_MM, bottom: bottom - FOOT_HEIGHT });

  const document = new PDFDocument({ title: `${report.title}, ${report.subtitle}`, creator: "Titian" });
  for (const [index, placed] of pages.entries()) {
    signal.throwIfAborted();
    const pen = new Pen(document.beginPage(pageWidth, pageHeight));
    for (const { piece, y } of placed) piece.draw(pen, side, y, width);
    pen.text(report.madeFrom, side, bottom - FOOT.size, FOOT);
    const number = reading.pageOf(index + 1, pages.length);
    pen.text(number, pageWidth - side, bottom - FOOT.size, { ...FOOT, align: "right" });
    document.endPage();
    await breathe();
  }
  return document.close();
}

/** Nobody signs a page with nothing else on it. */
function onOnePage(above: Run, below: Run): Run {
  const space: Piece = { height: below.gap, draw: () => undefined };
  const pieces = [...above.pieces, space, ...below.pieces];
  return { pieces, together: pieces.length, gap: above.gap };
}

function runOf(block: Block, pen: Pen, written: Written, width: number): Run {
  switch (block.kind) {
    case "headline":
      return headlineRun(block, pen, width);
    case "bars":
      return barsRun(block, written);
    case "ranges":
      return rangesRun(block, pen);
    case "shares":
      return sharesRun(block, written);
    case "table":
      return tableRun(block, pen, written, width);
    case "note":
      return noteRun(block, pen, width);
    case "signatures":
      return signaturesRun(block);
  }
}
