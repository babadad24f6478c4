import { describe, expect, it } from "vitest";
import { Pace } from "../../../src/inlislite/sync/pace.ts";

const limits = { rowsPerSecond: 1_000, restPerMs: 2, fewestRows: 250, mostRows: 2_000 };

describe("the pace of reading", () => {
  it("keeps to its rows a second, and lets a server rest in any case", () => {
    const pace = new Pace(limits);
    expect(pace.restAfter(500, 10)).toBe(490);
    expect(pace.restAfter(5, 100)).toBe(200);
  });

  it("asks for more where answers are quick, for less where they are slow, within its bounds", () => {
    const pace = new Pace(limits);
    for (let turn = 0; turn < 10; turn++) pace.restAfter(pace.rows, 5);
    expect(pace.rows).toBe(2_000);
    pace.restAfter(2_000, 150);
    expect(pace.rows).toBe(2_000);
    pace.restAfter(2_000, 400);
    expect(pace.rows).toBe(1_000);
    for (let turn = 0; turn < 10; turn++) pace.restAfter(pace.rows, 900);
    expect(pace.rows).toBe(250);
  });

  it("leaves a slow server nineteen of twenty seconds", () => {
    expect(new Pace(limits).restAfter(250, 1_000)).toBe(19_000);
  });

  it("begins small again after no answer", () => {
    const pace = new Pace(limits);
    for (let turn = 0; turn < 3; turn++) pace.restAfter(pace.rows, 5);
    pace.failed();
    expect(pace.rows).toBe(250);
  });
});
