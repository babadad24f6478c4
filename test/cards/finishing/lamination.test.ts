import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byUrgency, isStuck } from "../../../src/cards/finishing/board-order.ts";
import { elapsedMs, leftMs, phaseOf } from "../../../src/cards/finishing/lamination.ts";
import { PRIORITIES } from "../../../src/cards/print-job.ts";
import type { Moment } from "../../../src/kernel/types.ts";

const TIMES = { warmUpMs: 240_000, laminateMs: 70_000, coolMs: 60_000 };
const NINE = Date.parse("2026-02-06T02:00:00.000Z");

/** So many milliseconds after nine, with a wall clock that somebody may have set. */
const at = (ms: number, { wallMs = ms, bootId = "boot-1" } = {}): Moment => ({
  at: new Date(NINE + wallMs),
  monotonicMs: 5_000 + ms,
  bootId,
});
const running = { startedAt: at(0), coolingAt: undefined };

describe("a run of the laminator", () => {
  it("laminates at once in a machine that is warm, or of which nobody has said anything", () => {
    expect(phaseOf(running, undefined, TIMES, at(48_000))).toEqual({
      ...{ phase: "laminating", elapsedMs: 48_000, totalMs: 70_000 },
    });
    expect(phaseOf(running, at(-300_000), TIMES, at(48_000))).toMatchObject({ phase: "laminating" });
  });

  it("waits for a machine that was switched on too late, and then takes its own time", () => {
    const onAt = at(-200_000);
    expect(phaseOf(running, onAt, TIMES, at(10_000))).toEqual({
      ...{ phase: "warming", elapsedMs: 10_000, totalMs: 40_000 },
    });
    expect(phaseOf(running, onAt, TIMES, at(45_000))).toMatchObject({
      phase: "laminating",
      elapsedMs: 5_000,
    });
  });

  it("goes on laminating past its time until somebody says that the cards are out", () => {
    expect(phaseOf(running, undefined, TIMES, at(400_000))).toMatchObject({
      ...{ phase: "laminating", elapsedMs: 400_000 },
    });
  });

  it("cools by the clock that nobody sets: the wall clock set back, or a year on, changes nothing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: -4e10, max: 4e10 }),
        (ms, wallMs) => {
          const run = { startedAt: at(-90_000), coolingAt: at(0) };
          const phase = phaseOf(run, undefined, TIMES, at(ms, { wallMs }));
          expect(leftMs(phase)).toBe(60_000 - ms);
        },
      ),
    );
  });

  it("counts over a restart of the PC by the wall clock, and never below nothing", () => {
    const cooling = { startedAt: at(-90_000), coolingAt: at(0) };
    const rebooted = (wallMs: number) =>
      phaseOf(cooling, undefined, TIMES, at(-4_000, { wallMs, bootId: "boot-2" }));
    expect(leftMs(rebooted(25_000))).toBe(35_000);
    expect(leftMs(rebooted(-3_600_000))).toBe(60_000);
    expect(leftMs(rebooted(3_600_000))).toBe(0);
    expect(elapsedMs(at(10), at(0))).toBe(0);
  });
});

describe("the order on the board", () => {
  const cards = fc.array(fc.record({ priority: fc.constantFrom(...PRIORITIES), sinceMs: fc.nat(1_000_000) }));

  it("is who waits first, then the longest wait, and loses nobody", () => {
    fc.assert(
      fc.property(cards, (waiting) => {
        const sorted = waiting.toSorted(byUrgency);
        expect(new Set(sorted)).toEqual(new Set(waiting));
        for (const [index, one] of sorted.slice(1).entries()) {
          const before = sorted[index]!;
          const [a, b] = [PRIORITIES.indexOf(before.priority), PRIORITIES.indexOf(one.priority)];
          expect(a < b || (a === b && before.sinceMs >= one.sinceMs)).toBe(true);
        }
      }),
    );
  });

  it("points out what lies too long, but not what waits to be fetched", () => {
    expect(isStuck("to-cut", 31 * 60_000, 30 * 60_000)).toBe(true);
    expect(isStuck("to-cut", 29 * 60_000, 30 * 60_000)).toBe(false);
    expect(isStuck("ready", 9e9, 30 * 60_000)).toBe(false);
  });
});
