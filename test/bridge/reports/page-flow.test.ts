import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisFor, sharesRun } from "../../../src/bridge/reports/paper/charts.ts";
import { flow, type Piece, type Run } from "../../../src/bridge/reports/paper/page-flow.ts";
import { durationText, Written } from "../../../src/bridge/reports/written.ts";
import { READING } from "./sample-report.ts";

const ROOM = { top: 10, bottom: 110 };
const piece = (height: number): Piece => ({ height, draw: () => undefined });

describe("pieces on pages", () => {
  it("are each drawn once, in order, and within the page unless they are higher than one", () => {
    const runs = fc.array(
      fc.record({
        pieces: fc.array(fc.integer({ min: 1, max: 140 }).map(piece), { minLength: 1, maxLength: 8 }),
        together: fc.integer({ min: 1, max: 4 }),
        gap: fc.integer({ min: 0, max: 30 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(runs, (some) => {
        const pages = flow(some, ROOM);
        expect(pages.flat().map(({ piece: one }) => one)).toEqual(some.flatMap(({ pieces }) => pieces));
        for (const page of pages) {
          expect(page.length > 0 || some.length === 0).toBe(true);
          for (const { piece: one, y } of page) {
            const isAlone = page.length === 1;
            expect(y + one.height <= ROOM.bottom || isAlone).toBe(true);
          }
        }
      }),
    );
  });

  it("keep a heading with what it heads", () => {
    const before: Run = { pieces: [piece(80)], together: 1, gap: 0 };
    const table: Run = { pieces: [piece(10), piece(15)], together: 2, gap: 0 };
    expect(flow([before, table], ROOM).map((page) => page.length)).toEqual([1, 2]);
  });

  it("have their head again at the top of every further page", () => {
    const head = piece(10);
    const rows = Array.from({ length: 20 }, () => piece(20));
    const pages = flow([{ pieces: [head, ...rows], together: 2, again: head, gap: 0 }], ROOM);
    expect(pages.length).toBe(5);
    for (const page of pages) expect(page[0]?.piece).toBe(head);
  });
});

describe("a chart of reasons", () => {
  const nine = Array.from({ length: 9 }, (_, index) => ({ label: `Sebab ${index + 1}`, count: 9 - index }));
  const written = new Written(READING);

  it("stays whole with its heading, also where only its last bars would not fit", () => {
    const run = sharesRun({ kind: "shares", title: "Sebab terlambat", rows: nine }, written);
    const height = run.pieces.reduce((sum, one) => sum + one.height, 0);
    const before: Run = { pieces: [piece(300)], together: 1, gap: 0 };
    const room = { top: 0, bottom: 300 + run.gap + height - 20 };
    expect(flow([before, run], room).map((page) => page.length)).toEqual([1, 10]);
  });

  it("that is longer than a page has its heading again", () => {
    const rows = Array.from({ length: 6 }, () => nine).flat();
    const run = sharesRun({ kind: "shares", title: "Sebab terlambat", rows }, written);
    const pages = flow([run], { top: 0, bottom: 400 });
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page[0]?.piece).toBe(run.pieces[0]);
  });
});

describe("a chart's axis", () => {
  it.each([
    [0, 1, 1],
    [3, 3, 1],
    [9, 10, 5],
    [10, 10, 5],
    [178, 200, 50],
    [1_234, 1_500, 500],
  ])("for %i ends at %i and steps by %i", (highest, top, step) => {
    expect(axisFor(highest)).toEqual({ top, step });
  });
});

describe("a duration", () => {
  it.each([
    [0, "0:00"],
    [59_999, "0:59"],
    [60_000, "1:00"],
    [1_308_000, "21:48"],
    [3_600_400, "1:00:00"],
    [90_000_000, "25:00:00"],
    [-61_900, "−1:01"],
  ])("of %i ms is written %s", (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});
