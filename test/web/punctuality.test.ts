import { describe, expect, it } from "vitest";
import { countTicks } from "../../web/console/punctuality/axis.ts";
import { percentText } from "../../web/console/punctuality/numbers.ts";
import { neighbour, periodAround, periodName, pointName } from "../../web/console/punctuality/period.ts";

describe("a period of the punctuality page", () => {
  it("is the day, month or year that holds a day, leap day included", () => {
    expect(periodAround("day", "2028-02-29")).toEqual({ kind: "day", from: "2028-02-29", to: "2028-02-29" });
    expect(periodAround("month", "2028-02-10")).toMatchObject({ from: "2028-02-01", to: "2028-02-29" });
    expect(periodAround("month", "2026-02-10")).toMatchObject({ to: "2026-02-28" });
    expect(periodAround("year", "2026-11-26")).toMatchObject({ from: "2026-01-01", to: "2026-12-31" });
  });

  it("has a neighbour on either side, across the turn of the year", () => {
    const december = periodAround("month", "2026-12-05");
    expect(neighbour(december, 1)).toEqual(periodAround("month", "2027-01-31"));
    expect(neighbour(neighbour(december, 1), -1)).toEqual(december);
    expect(neighbour(periodAround("day", "2026-03-01"), -1).from).toBe("2026-02-28");
    expect(neighbour(periodAround("year", "2026-03-01"), -1).to).toBe("2025-12-31");
  });

  it("of chosen dates moves by its own length", () => {
    const week = { kind: "custom", from: "2026-11-23", to: "2026-11-29" } as const;
    expect(neighbour(week, -1)).toEqual({ kind: "custom", from: "2026-11-16", to: "2026-11-22" });
  });

  it("is called as people call it, in both languages", () => {
    expect(periodName(periodAround("month", "2026-11-26"), "id")).toBe("November 2026");
    expect(periodName(periodAround("year", "2026-11-26"), "en")).toBe("2026");
    const two = { kind: "custom", from: "2026-02-01", to: "2026-03-03" } as const;
    expect(periodName(two, "id")).toBe("1 Februari 2026 – 3 Maret 2026");
    expect(periodName(periodAround("day", "2026-02-01"), "en")).toBe("1 February 2026");
    expect([pointName("2026-11-04", "day", "id"), pointName("2026-08", "month", "id")]).toEqual(["4", "Agu"]);
  });
});

describe("figures on the punctuality page", () => {
  it("are written as each language writes them", () => {
    expect([percentText(90.44, "id"), percentText(90.44, "en")]).toEqual(["90,4 %", "90.4%"]);
    expect([percentText(100, "id"), percentText(0, "en")]).toEqual(["100 %", "0%"]);
  });

  it.each([
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [5, [0, 2, 4, 6]],
    [47, [0, 20, 40, 60]],
    [900, [0, 500, 1_000]],
  ])("have an axis up to %d in whole numbers", (most, ticks) => {
    expect(countTicks(most)).toEqual(ticks);
  });
});
