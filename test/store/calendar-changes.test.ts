import { describe, expect, it } from "vitest";
import { type CalendarChange, calendarNumber, hasSeen, seenAt } from "../../src/store/calendar-changes.ts";

const change = (
  desk: string,
  seq: number,
  version: number,
  seen: CalendarChange["seen"] = [],
): CalendarChange => ({ desk, seq, version, seen });
const numberOf = (...versions: number[]) => calendarNumber(versions.map((version) => ({ version })));

describe("the number of the calendar that holds", () => {
  it("is that of its maker where each knew the one before", () => {
    expect([numberOf(), numberOf(1), numberOf(1, 2, 3)]).toEqual([0, 1, 3]);
    // Taken over from another desk's copy.
    expect(numberOf(7, 8)).toBe(8);
  });

  it("goes up with each that was saved apart, so that it is nobody's who knew only one", () => {
    expect([numberOf(1, 1), numberOf(1, 1, 1), numberOf(1, 1, 1, 3)]).toEqual([2, 3, 4]);
  });

  it("is higher for each calendar that comes to hold, whatever arrives before or behind it", () => {
    const apart = [1, 1, 2, 1, 3, 2];
    for (let known = 0; known < 2 ** apart.length; known++) {
      const before = apart.filter((_, index) => known & (1 << index));
      expect(numberOf(...before, 1)).toBeGreaterThan(numberOf(...before));
    }
  });
});

describe("whoever saves a calendar", () => {
  const first = change("desk-1", 5, 1);
  const third = change("desk-3", 9, 1);

  it("has seen what was there, and what that had seen, although it has not come itself", () => {
    const second = change("desk-2", 4, 2, [{ desk: "desk-1", seq: 5 }]);
    const fourth = change("desk-4", 2, 3, [{ desk: "desk-2", seq: 4 }]);
    expect(hasSeen([first, second, fourth], fourth, first)).toBe(true);
    expect(hasSeen([first, third, second, fourth], fourth, third)).toBe(false);
  });

  it("has not seen what counts less only because its maker was alone for long", () => {
    const later = change("desk-2", 8, 6, []);
    expect(hasSeen([first, later], later, first)).toBe(false);
  });

  it("is believed by the count where an older Titian has written it", () => {
    const { seen: _, ...old } = change("desk-2", 8, 2);
    expect(hasSeen([first], { ...old, seen: undefined }, first)).toBe(true);
    expect(hasSeen([first], { ...old, version: 1, seen: undefined }, first)).toBe(false);
  });

  it("names the newest of each other desk", () => {
    expect(seenAt("desk-3", [first, third, change("desk-1", 7, 2)])).toEqual([{ desk: "desk-1", seq: 7 }]);
  });
});
