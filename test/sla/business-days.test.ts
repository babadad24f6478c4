import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/kernel/types.ts";
import { BusinessHours } from "../../src/sla/business-days.ts";
import {
  type Calendar,
  type Closure,
  calendarOf,
  hoursOn,
  missingHolidayYear,
} from "../../src/sla/calendar.ts";
import { HOLIDAYS_2026 } from "../../src/sla/holidays-2026.ts";
import { BUSINESS_DAY_RULES, type WeeklyHours } from "../../src/sla/standard.ts";
import { Zone } from "../../src/sla/zone.ts";
import { BARITO } from "./case-story.ts";

const day = (text: string): LocalDate => text as LocalDate;
const plain = calendarOf(BARITO) as Calendar;
const february: readonly Closure[] = [
  { date: day("2026-02-16"), kind: "collective-leave" },
  { date: day("2026-02-17"), kind: "holiday" },
];
const observed: Calendar = { ...plain, closures: february };
const unobserved: Calendar = { ...observed, observesCollectiveLeave: false };

/** `6 15.50` is 6 February 2026, 15.50 on the site's clock. */
const february2026 = (text: string): { date: LocalDate; minutes: number } => {
  const [date = "", time = ""] = text.split(" ");
  return {
    date: day(`2026-02-${date.padStart(2, "0")}`),
    minutes: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
  };
};

// Facts, section 4: brought in, received, and the due instant by each of the three rules.
const ROWS: readonly [Calendar, string, string, string, string, string][] = [
  [plain, "6 15.50", "6 15.50", "7 12.00", "7 12.00", "6 16.00"],
  [plain, "6 16.20", "7 07.30", "9 15.30", "9 07.30", "7 12.00"],
  [plain, "7 11.00", "7 11.00", "9 15.30", "9 11.00", "7 12.00"],
  [plain, "8 10.00", "9 07.00", "10 15.30", "10 07.00", "9 15.30"],
  [plain, "9 09.00", "9 09.00", "10 15.30", "10 09.00", "9 15.30"],
  [plain, "5 15.30", "6 07.30", "7 12.00", "7 07.30", "6 16.00"],
  [observed, "14 11.00", "14 11.00", "18 15.30", "18 11.00", "14 12.00"],
  [unobserved, "14 11.00", "14 11.00", "16 15.30", "16 11.00", "14 12.00"],
  [observed, "13 16.20", "14 07.30", "18 15.30", "18 07.30", "14 12.00"],
];

describe.each(["Asia/Pontianak", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])(
  "one working day in %s",
  (timeZone) => {
    it.each(ROWS)("row %#: brought in on %s", (calendar, brought, received, ...due) => {
      const zone = new Zone(timeZone);
      const hours = new BusinessHours({ ...calendar, timeZone });
      const instant = (text: string): Date => zone.instantOf(february2026(text));

      expect(hours.nextOpen(instant(brought))).toEqual(instant(received));
      expect(BUSINESS_DAY_RULES.map((rule) => hours.due(instant(brought), rule))).toEqual(due.map(instant));
    });
  },
);

describe("zones", () => {
  it("are seven, eight and nine hours ahead of UTC", () => {
    const noon = { date: day("2026-02-06"), minutes: 720 };
    const utcHour = (timeZone: string): number => new Zone(timeZone).instantOf(noon).getUTCHours();
    expect(["Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"].map(utcHour)).toEqual([5, 4, 3]);
  });

  it("turn an instant into the site's time and back, seconds included, across midnight", () => {
    const zone = new Zone("Asia/Jayapura");
    const instant = new Date("2026-02-28T15:00:01.250Z");
    expect(zone.localOf(instant)).toEqual({ date: "2026-03-01", minutes: 1.25 / 60 });
    expect(zone.instantOf(zone.localOf(instant))).toEqual(instant);
  });

  it("hold where there is summer time: a skipped hour moves on, an hour that comes twice is the first", () => {
    const berlin = new Zone("Europe/Berlin");
    const at = (date: string, minutes: number): string =>
      berlin.instantOf({ date: day(date), minutes }).toISOString();
    expect(at("2026-03-29", 150)).toBe("2026-03-29T01:30:00.000Z");
    expect(at("2026-10-25", 150)).toBe("2026-10-25T00:30:00.000Z");
    expect(at("2026-10-25", 240)).toBe("2026-10-25T03:00:00.000Z");
  });
});

describe("calendars", () => {
  it("open Barito Utara's library for 47 hours a week", () => {
    const hours = new BusinessHours(plain);
    const week = [new Date("2026-02-02T00:00:00Z"), new Date("2026-02-09T00:00:00Z")] as const;
    expect(hours.openMs(...week) / 3_600_000).toBe(47);
  });

  it("hold 17 national holidays and 8 days of collective leave for 2026", () => {
    const days = (kind: string): string[] =>
      HOLIDAYS_2026.filter((c) => c.kind === kind).map(({ date }) => date);
    expect(new Set(days("holiday")).size).toBe(17);
    expect(new Set(days("collective-leave")).size).toBe(8);
    expect(days("holiday")).toEqual(expect.arrayContaining(["2026-03-21", "2026-03-22", "2026-04-05"]));
    expect(days("collective-leave")).toEqual(expect.arrayContaining(["2026-03-23", "2026-12-24"]));
  });

  it("carry a promise over the whole of Idul Fitri", () => {
    const hours = new BusinessHours({ ...plain, closures: HOLIDAYS_2026 });
    // Tuesday 17 March, 10.00; closed 18 to 24 March.
    const due = hours.due(new Date("2026-03-17T03:00:00Z"), "close-of-next-working-day");
    expect(due).toEqual(new Date("2026-03-25T08:30:00Z"));
  });

  it("let a local closure close the day for everybody, observed or not", () => {
    const closures = [{ date: day("2026-02-09"), kind: "local-closure" }] as const;
    const hours = new BusinessHours({ ...plain, closures, observesCollectiveLeave: false });
    expect(hours.nextOpen(new Date("2026-02-08T03:00:00Z"))).toEqual(new Date("2026-02-10T00:00:00Z"));
  });

  it("keep Ramadan hours within their season", () => {
    const ramadan: WeeklyHours = {
      ...plain.weekly,
      mon: [
        ["08:00", "12:00"],
        ["12:30", "15:00"],
      ],
    };
    const special = [{ from: day("2026-02-19"), to: day("2026-03-20"), weekly: ramadan }];
    const calendar = { ...plain, special };
    expect(hoursOn(calendar, day("2026-02-23"))[0]).toEqual(["08:00", "12:00"]);
    expect(hoursOn(calendar, day("2026-02-16"))[0]).toEqual(["07:00", "15:30"]);

    const hours = new BusinessHours(calendar);
    const inTheBreak = new Date("2026-02-23T05:10:00Z");
    expect(hours.nextOpen(inTheBreak)).toEqual(new Date("2026-02-23T05:30:00Z"));
    expect(hours.due(inTheBreak, "within-same-working-day")).toEqual(new Date("2026-02-23T08:00:00Z"));
  });

  it("can take a Saturday for receiving only", () => {
    const hours = new BusinessHours({ ...plain, countsSaturday: false });
    const friday = new Date("2026-02-06T02:00:00Z");
    const saturday = new Date("2026-02-07T02:00:00Z");
    const monday = new Date("2026-02-09T08:30:00Z");
    expect(hours.due(friday, "close-of-next-working-day")).toEqual(monday);
    expect(hours.nextOpen(saturday)).toEqual(saturday);
    expect(hours.due(saturday, "close-of-next-working-day")).toEqual(monday);
    expect(hours.due(saturday, "within-same-working-day")).toEqual(monday);
  });

  it("know the leap day: brought in on Monday 28 February 2028, due on the 29th", () => {
    const hours = new BusinessHours(plain);
    const due = (at: string) => hours.due(new Date(at), "close-of-next-working-day", 1)?.toISOString();
    expect(due("2028-02-28T02:00:00Z")).toBe("2028-02-29T08:30:00.000Z");
    expect(due("2028-02-29T02:00:00Z")).toBe("2028-03-01T08:30:00.000Z");
    // In 2027 February ends with Saturday the 27th, and Sunday is closed.
    expect(due("2027-02-27T02:00:00Z")).toBe("2027-03-01T08:30:00.000Z");
  });

  it("count several working days, and hours that jump over a night", () => {
    const hours = new BusinessHours(plain);
    const thursday = new Date("2026-02-05T08:00:00Z");
    expect(hours.due(thursday, "close-of-next-working-day", 3)).toEqual(new Date("2026-02-09T08:30:00Z"));
    // Half an hour on Thursday, then from Friday 07.30.
    expect(hours.afterOpenMs(thursday, 3_600_000)).toEqual(new Date("2026-02-06T01:00:00Z"));
    expect(hours.openMs(thursday, new Date("2026-02-06T01:00:00Z"))).toBe(3_600_000);
  });

  it("have no answer when the library never opens", () => {
    const shut: WeeklyHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const hours = new BusinessHours({ ...plain, weekly: shut });
    const instant = new Date("2026-02-05T08:00:00Z");
    expect(hours.nextOpen(instant)).toBeUndefined();
    expect(hours.due(instant, "same-time-next-working-day")).toBeUndefined();
    expect(hours.afterOpenMs(instant, 1)).toBeUndefined();
  });

  it("ask for next year's holidays from 1 December", () => {
    const calendar = { ...plain, closures: HOLIDAYS_2026 };
    expect(missingHolidayYear(calendar, day("2026-11-30"))).toBeUndefined();
    expect(missingHolidayYear(calendar, day("2026-12-01"))).toBe(2027);
    expect(missingHolidayYear(plain, day("2026-05-01"))).toBe(2026);
  });
});
