import { describe, expect, it } from "vitest";
import { durationText, shownMs, Written } from "../../src/bridge/reports/written.ts";
import { sinceText } from "../../web/console/desk/waiting-since.ts";
import {
  clockTime,
  fieldTime,
  longDate,
  moment,
  span,
  stopwatch,
  zoneName,
} from "../../web/console/format/time.ts";
import { fromLocalField, toLocalField } from "../../web/console/format/zone.ts";

describe("times as people read them", () => {
  it("are the same second on every page, on paper and in CSV: cut, never rounded up", () => {
    const cell = new Written({ language: "id", timeZone: "Asia/Jakarta" });
    for (let ms = 0; ms < 90_000_000; ms += 1_777_777) {
      expect(durationText(ms)).toBe(stopwatch(ms));
      expect(cell.cell("duration", ms)).toBe(stopwatch(ms));
      expect(cell.cell("span", ms)).toBe(span(ms, "id"));
      expect(durationText(shownMs("duration", ms))).toBe(stopwatch(ms));
    }
  });

  it("writes a stopwatch with colons and no leading zero", () => {
    expect([72_000, 683_999, 3_870_000, 0, -5].map(stopwatch)).toEqual([
      "1:12",
      "11:23",
      "1:04:30",
      "0:00",
      "0:00",
    ]);
  });

  it("writes the clock with a dot in Indonesian and a colon in English", () => {
    const at = new Date("2026-11-24T02:41:09Z");
    const timeZone = "Asia/Jakarta";
    expect(clockTime(at, { language: "id", timeZone })).toBe("09.41");
    expect(clockTime(at, { language: "en", timeZone, seconds: true })).toBe("09:41:09");
  });

  it("writes a day out, and leaves what is not a day as it is", () => {
    expect(longDate("2027-11-22", "id")).toBe("22 November 2027");
    expect(longDate("2027-03-01", "id")).toBe("1 Maret 2027");
    expect(longDate("0000-00-00", "en")).toBe("0000-00-00");
  });

  it("writes out what stands in a field for a moment, in either language, and nothing while it is empty", () => {
    const field = "2026-11-12T21:47:34";
    expect([fieldTime(field, "id"), fieldTime(field, "en")]).toEqual([
      "12 November 2026, 21.47.34",
      "12 November 2026, 21:47:34",
    ]);
    expect(fieldTime("", "id")).toBe("");
  });

  it("names the three Indonesian zones, and is silent where there is only an offset", () => {
    expect(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"].map(zoneName)).toEqual(["WIB", "WITA", "WIT"]);
    expect(zoneName("Etc/GMT+3")).toBe("");
  });

  it("reads a corrected time in the site's zone, also across a change of summer time", () => {
    expect(fromLocalField("2026-11-24T09:41:05", "Asia/Jakarta")?.toISOString()).toBe(
      "2026-11-24T02:41:05.000Z",
    );
    expect(fromLocalField("2026-03-29T03:30", "Europe/Berlin")?.toISOString()).toBe(
      "2026-03-29T01:30:00.000Z",
    );
    expect(toLocalField(new Date("2026-11-24T02:41:05Z"), "Asia/Jakarta")).toBe("2026-11-24T09:41:05");
    expect(fromLocalField("soon", "Asia/Jakarta")).toBeUndefined();
  });

  it("writes an hour of today, and of another day with that day", () => {
    const reading = {
      language: "id",
      timeZone: "Asia/Jakarta",
      now: new Date("2026-11-24T02:41:09Z"),
    } as const;
    expect(moment(new Date("2026-11-24T01:00:00Z"), reading)).toBe("08.00");
    expect(moment(new Date("2026-11-23T16:59:00Z"), reading)).toBe("23 Nov 23.59");
    expect(moment(new Date("2025-11-24T01:00:00Z"), reading)).toBe("24 Nov 2025 08.00");
  });

  it("says since when somebody waits no more exactly than INLISLite knows it", () => {
    const words = {
      today: "hari ini",
      moment: (at: Date) => at.toISOString().slice(11, 16),
      day: (at: Date) => at.toISOString().slice(5, 10),
    };
    const now = new Date("2026-11-24T20:00:00Z");
    expect(sinceText(new Date("2026-11-24T19:30:00Z"), now, words)).toBe("19:30");
    // Midnight in Jakarta: a day without an hour.
    expect(sinceText(new Date("2026-11-24T17:00:00Z"), now, words)).toBe("hari ini");
    expect(sinceText(new Date("2026-11-20T17:00:00Z"), now, words)).toBe("11-20");
    expect(sinceText(new Date("2026-11-20T19:30:00Z"), now, words)).toBe("11-20");
  });
});
