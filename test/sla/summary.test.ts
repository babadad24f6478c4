import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, percentile } from "../../src/kernel/percentile.ts";
import { type Measured, summarize, summaryOf } from "../../src/sla/summary.ts";

const one = (tookMs: number, change: Partial<Measured> = {}): Measured => ({
  ...{ tookMs, verdict: tookMs <= 600 ? "met" : "late", isAbandoned: false, isClockSuspect: false },
  ...change,
});

describe("a summary", () => {
  it("gives the share, the median, the ninth decile and the longest", () => {
    const cases = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000].map((ms) => one(ms));
    expect(summarize(cases)).toEqual({
      ...{ n: 10, judged: 10, onTime: 6, onTimePercent: 60, medianMs: 550, p90Ms: 900, maxMs: 1_000 },
      ...{ list: null, unresolved: 0, abandoned: 0, clockSuspect: 0 },
    });
  });

  it("is all only of all, and none only of none, however many there are", () => {
    const of = (onTime: number, late: number) =>
      summaryOf({
        ...{ n: onTime + late, onTime, late, unresolved: 0, abandoned: 0, clockSuspect: 0 },
        times: new Float64Array(),
      }).onTimePercent;
    expect([of(3_000, 0), of(2_999, 1), of(1, 2_999), of(0, 3_000)]).toEqual([100, 99.9, 0.1, 0]);
    expect([of(2, 1), of(4, 2), of(5, 1), of(2, 6)]).toEqual([null, 66.7, 83.3, 25]);
  });

  it("lists fewer than five cases and gives no percentage", () => {
    expect(summarize([one(400), one(100), one(700), one(200)])).toMatchObject({
      ...{ n: 4, onTime: 3, onTimePercent: null, list: [100, 200, 400, 700] },
    });
  });

  it("of an empty period is empty, never 100 %", () => {
    expect(summarize([])).toMatchObject({
      n: 0,
      onTimePercent: null,
      medianMs: null,
      p90Ms: null,
      maxMs: null,
      list: [],
    });
  });

  it("leaves abandoned timers out of averages, and unresolved cases out of the share", () => {
    const cases = [1, 2, 3, 4, 5].map((ms) => one(ms));
    const odd = [
      one(99_999, { isAbandoned: true }),
      one(6, { verdict: "unresolved" }),
      one(7, { isClockSuspect: true }),
    ];
    expect(summarize([...cases, ...odd])).toMatchObject({
      ...{ n: 8, judged: 6, onTimePercent: 100, maxMs: 7, unresolved: 1, abandoned: 1, clockSuspect: 1 },
    });
  });
});

describe("a percentile", () => {
  it("is a time that really occurred, whatever the order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const found = percentile(values, share);
          expect(values).toContain(found);
          expect(percentile(values.toReversed(), share)).toBe(found);
          expect(
            values.filter((value) => value <= (found ?? 0)).length / values.length,
          ).toBeGreaterThanOrEqual(share);
        },
      ),
    );
  });

  it("of nothing is nothing", () => {
    expect(percentile([], 0.9)).toBeUndefined();
    expect(median([])).toBeUndefined();
    expect(median([3])).toBe(3);
  });
});
