import type { Bars, Ranges, Shares } from "../report.ts";
import type { Written } from "../written.ts";
import type { Piece, Run } from "./page-flow.ts";
import { HEADING, INK, lineHeight, type Pen, SMALL, type Type } from "./pen.ts";

const AXIS: Type = { size: 8, ink: INK.soft };
const LABEL: Type = { size: 8.8 };
const TITLE_HEIGHT = lineHeight(HEADING) + 4;

/** One chart, kept whole. */
const whole = (piece: Piece): Run => ({ pieces: [piece], together: 1, gap: 14 });

interface Key {
  readonly says: string;
  /** Of its sign, points. */
  readonly width: number;
  draw(pen: Pen, x: number, y: number): void;
}

/** The chart's name, and on the right what its signs mean. */
function titled(pen: Pen, title: string, keys: readonly Key[], x: number, y: number, width: number): void {
  pen.text(title, x, y, HEADING);
  let right = x + width;
  for (const { says, width: signWidth, draw } of keys.toReversed()) {
    pen.text(says, right, y + 2, { ...SMALL, align: "right" });
    right -= pen.widthOf(says, SMALL) + 4 + signWidth;
    draw(pen, right, y + 3);
    right -= 10;
  }
}

const square = (ink: string) => (pen: Pen, x: number, y: number) => pen.fill(x, y, 8, 8, ink, 1.5);

/** A round number at or above the highest, and what to step by: `0 5 10`. */
export function axisFor(highest: number): { readonly top: number; readonly step: number } {
  const raw = Math.max(1, highest) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * magnitude).find((n) => n >= raw) ?? raw);
  return { top: Math.ceil(Math.max(1, highest) / step) * step, step };
}

/** In time below, late above it: the whole is the number of cases. */
export function barsRun({ title, legend, bars }: Bars, written: Written): Run {
  const plot = 92;
  return whole({
    height: TITLE_HEIGHT + plot + 16,
    draw(pen, x, y, width) {
      const keys = [
        { says: legend.met, width: 8, draw: square(INK.accent) },
        { says: legend.late, width: 8, draw: square(INK.late) },
      ];
      titled(pen, title, keys, x, y, width);
      const { top, step } = axisFor(Math.max(0, ...bars.map(({ met, late }) => met + late)));
      const [left, foot] = [x + 22, y + TITLE_HEIGHT + plot];
      const yOf = (count: number): number => foot - (count / top) * (plot - 6);
      for (let count = 0; count <= top; count += step) {
        pen.line([left, yOf(count)], [x + width, yOf(count)], INK.line, 0.6);
        pen.text(written.count(count), left - 5, yOf(count) - 5, { ...AXIS, align: "right" });
      }
      const each = (x + width - left) / Math.max(1, bars.length);
      const thick = Math.min(26, each * 0.76);
      // Every so many labels that they do not run into each other.
      const widest = Math.max(0, ...bars.map(({ label }) => pen.widthOf(label, AXIS)));
      const every = Math.max(1, Math.ceil((widest + 3) / each));
      for (const [index, { label, met, late }] of bars.entries()) {
        const middle = left + (index + 0.5) * each;
        const [low, high] = [yOf(met), yOf(met + late)];
        if (met > 0) pen.fill(middle - thick / 2, low, thick, foot - low, INK.accent);
        if (late > 0) {
          pen.fill(middle - thick / 2, high, thick, low - high, INK.late);
          pen.stroke(middle - thick / 2, high, thick, low - high, INK.lateLine, 0.8);
        }
        if (index % every === 0) pen.text(label, middle, foot + 4, { ...AXIS, align: "center" });
      }
    },
  });
}

/** A row for each step: eight of ten cases, the median, and the target as a stroke. */
export function rangesRun({ title, legend, unit, rows }: Ranges, pen: Pen): Run {
  const rowHeight = 17;
  const [labelWidth, saysWidth] = [124, 88];
  const labels = rows.map(({ label }) => pen.lines(label, labelWidth - 8, LABEL));
  const heights = labels.map(({ length }) => Math.max(rowHeight, length * lineHeight(LABEL) + 4));
  const plot = heights.reduce((sum, height) => sum + height, 0);
  return whole({
    height: TITLE_HEIGHT + plot + 16,
    draw(onto, x, y, width) {
      const keys: readonly Key[] = [
        { says: legend.median, width: 8, draw: (to, at, top) => to.dot(at + 4, top + 4, 3.6, INK.accent) },
        { says: legend.range, width: 14, draw: (to, at, top) => to.fill(at, top + 2, 14, 5, INK.range, 2.5) },
        { says: legend.target, width: 2, draw: (to, at, top) => to.fill(at, top, 2, 9, INK.lateLine) },
      ];
      titled(onto, title, keys, x, y, width);
      const highestMs = Math.max(60_000, ...rows.map(({ toMs, targetMs }) => Math.max(toMs, targetMs ?? 0)));
      const { top, step } = axisFor(Math.ceil(highestMs / 60_000));
      const [left, right, head] = [x + labelWidth, x + width - saysWidth, y + TITLE_HEIGHT];
      const xOf = (ms: number): number => left + (ms / 60_000 / top) * (right - left);
      for (let minutes = 0; minutes <= top; minutes += step) {
        const at = xOf(minutes * 60_000);
        onto.line([at, head], [at, head + plot], INK.line, 0.6);
        onto.text(String(minutes), at, head + plot + 3, { ...AXIS, align: "center" });
      }
      onto.text(unit, left - 8, head + plot + 3, { ...AXIS, align: "right" });
      let at = head;
      for (const [index, { fromMs, medianMs, toMs, targetMs, says }] of rows.entries()) {
        const height = heights[index] ?? rowHeight;
        const middle = at + height / 2;
        const lines = labels[index] ?? [];
        const labelTop = middle - (lines.length * lineHeight(LABEL)) / 2;
        onto.block(lines, left - 8, labelTop, { ...LABEL, align: "right" });
        const from = xOf(fromMs);
        onto.fill(from - 2.5, middle - 2.5, Math.max(5, xOf(toMs) - from + 5), 5, INK.range, 2.5);
        onto.dot(xOf(medianMs), middle, 3.6, INK.accent);
        if (targetMs !== null) onto.fill(xOf(targetMs) - 1, middle - 6, 2, 12, INK.lateLine);
        onto.text(says, x + width, middle - LABEL.size / 2 - 1.5, { ...LABEL, align: "right" });
        at += height;
      }
    },
  });
}

/** The longest bar is the most frequent reason. Bars are compared, so they stay on one page where there is one for all. */
export function sharesRun({ title, rows }: Shares, written: Written): Run {
  const rowHeight = 24;
  const heading: Piece = {
    height: TITLE_HEIGHT,
    draw: (pen, x, y) => pen.text(title, x, y, HEADING),
  };
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const bars = rows.map(
    ({ label, count }): Piece => ({
      height: rowHeight,
      draw(pen, x, y, width) {
        const room = Math.min(width, 300) - 40;
        pen.text(label, x, y, LABEL);
        pen.fill(x, y + 13, room, 6, INK.trough, 3);
        pen.fill(x, y + 13, Math.max(6, (room * count) / most), 6, INK.late, 3);
        pen.text(written.count(count), x + room + 30, y + 8, { ...LABEL, weight: 700, align: "right" });
      },
    }),
  );
  const pieces = [heading, ...bars];
  return { pieces, together: pieces.length, again: heading, gap: 14 };
}
