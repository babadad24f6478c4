import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascending } from "../../src/kernel/percentile.ts";
import { histogram } from "../../src/sla/histogram.ts";

const none = new Float64Array();
const minutes = (...values: readonly number[]): Float64Array =>
  ascending(values.map((value) => value * 60_000));

describe("a histogram", () => {
  it("has one bar that ends exactly on the promise, and one for everything beyond twice the promise", () => {
    const times = { onTime: minutes(0.5, 9.5, 10), late: minutes(10.5, 25), other: none };
    const { widthMs, bars } = histogram(times, 600_000);
    expect(widthMs).toBe(60_000);
    expect(bars.find(({ toMs }) => toMs === 600_000)).toMatchObject({ onTime: 2, late: 0 });
    expect(bars.find(({ fromMs }) => fromMs === 600_000)).toMatchObject({ onTime: 0, late: 1 });
    expect(bars.at(-1)).toEqual({ fromMs: 1_200_000, toMs: null, onTime: 0, late: 1, other: 0 });
  });

  it.each([600, 840, 900, 1_440, 37])("lets the promise of %d s be a whole number of bars", (seconds) => {
    const { widthMs, bars } = histogram({ onTime: minutes(1), late: none, other: none }, seconds * 1_000);
    expect((seconds * 1_000) / widthMs).toBeCloseTo(Math.round((seconds * 1_000) / widthMs), 9);
    expect(bars.some(({ toMs }) => Math.abs((toMs ?? 0) - seconds * 1_000) < 1e-6)).toBe(true);
  });

  it("without a promise reaches as far as the longest", () => {
    const { bars } = histogram({ onTime: none, late: none, other: minutes(3, 47) }, null);
    expect(bars.at(-1)).toMatchObject({ other: 1 });
    expect(bars.every(({ toMs }) => toMs !== null)).toBe(true);
  });

  it("counts every time exactly once, however many bars there are", () => {
    const times = fc.array(fc.nat({ max: 400_000_000 }), { maxLength: 60 }).map(ascending);
    fc.assert(
      fc.property(times, times, times, fc.option(fc.integer({ min: 1_000, max: 90_000_000 })), (...all) => {
        const [onTime, late, other, limitMs] = all;
        const { bars } = histogram({ onTime, late, other }, limitMs);
        expect(bars.length).toBeLessThanOrEqual(100);
        const total = (which: "onTime" | "late" | "other"): number =>
          bars.reduce((sum, bar) => sum + bar[which], 0);
        const isEmpty = Math.max(0, ...onTime, ...late, ...other) === 0 && limitMs === null;
        const expected = [onTime, late, other].map(({ length }) => (isEmpty ? 0 : length));
        expect([total("onTime"), total("late"), total("other")]).toEqual(expected);
      }),
    );
  });
});
