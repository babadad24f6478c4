import { describe, expect, it } from "vitest";
import { registerReport } from "../../../src/bridge/reports/pack/register.ts";
import type { LocalDate } from "../../../src/kernel/types.ts";
import { FRAME, only, table } from "./some-frame.ts";

describe("the register", () => {
  const openedAt = new Date("2026-10-05T02:00:00Z");
  const unknown = {
    ...{ memberNo: undefined, fullName: undefined, queueMs: undefined },
    ...{ readyAt: undefined, takenAt: undefined },
  };

  it("has a line for each case with room to sign, and blanks where nothing is known", () => {
    const entries = [
      {
        ...{ ...unknown, openedAt, kind: "lost" as const, channel: "in-person" as const },
        ...{ phoneConfirmed: undefined, corrections: [] },
      },
      {
        ...{ ...unknown, openedAt, memberNo: "26112600001", fullName: "Anisa Anggraini" },
        ...{ kind: "new" as const, channel: "online" as const, readyAt: openedAt, takenAt: openedAt },
        ...{ phoneConfirmed: false, corrections: [] },
      },
    ];
    const report = registerReport({ day: "2026-10-05" as LocalDate, entries, notServed: 0 }, FRAME);
    const [book] = only(report, "table");
    expect(book?.rowMm).toBeGreaterThan(7);
    expect(book?.rows[0]).toEqual([
      ...[1, openedAt, null, null, "Kartu hilang", "Langsung", null, null, "", null],
    ]);
    expect(book?.rows[1]?.slice(2, 6)).toEqual(["26112600001", "Anisa Anggraini", "Kartu baru", "Daring"]);
    expect(book?.rows[1]?.[8]).toBe("Tidak");
    expect(only(report, "table")).toHaveLength(1);
    expect(only(report, "note")).toEqual([]);
  });

  it("says who corrected which time and why, and how many were not served", () => {
    const [from, to] = [new Date("2026-10-05T02:00:00Z"), new Date("2026-10-05T02:04:00Z")];
    const entry = {
      ...unknown,
      phoneConfirmed: undefined,
      openedAt: from,
      kind: "new" as const,
      channel: "in-person" as const,
    };
    const corrections = [{ step: "photo" as const, from, to, by: "Seno", why: "lupa menekan selesai" }];
    const report = registerReport(
      {
        day: "2026-10-05" as LocalDate,
        entries: [{ ...entry, readyAt: to, takenAt: to, corrections }],
        notServed: 2,
      },
      FRAME,
    );
    expect(table(report, "Koreksi waktu")?.rows).toEqual([
      [1, "Foto", from, to, "Seno", "lupa menekan selesai"],
    ]);
    expect(only(report, "note")[0]?.text).toContain("2 pemohon tidak dilayani");
  });

  it("has a column for the wait on a day with a queue, beside the time of arrival", () => {
    const entry = {
      ...{ ...unknown, openedAt, kind: "new" as const, channel: "in-person" as const },
      ...{ phoneConfirmed: true, corrections: [] },
    };
    const day = "2026-10-05" as LocalDate;
    const [book] = only(
      registerReport({ day, entries: [entry, { ...entry, queueMs: 432_000 }], notServed: 0 }, FRAME),
      "table",
    );
    expect(book?.columns.map(({ title }) => title).slice(0, 4)).toEqual([
      "No.",
      "Masuk",
      "Antre",
      "No. anggota",
    ]);
    expect(book?.rows.map((row) => row.slice(0, 3))).toEqual([
      [1, openedAt, null],
      [2, openedAt, 432_000],
    ]);
    const [plain] = only(registerReport({ day, entries: [entry], notServed: 0 }, FRAME), "table");
    expect(plain?.columns.map(({ title }) => title)).not.toContain("Antre");
  });

  it("writes the day beside the time where a card was ready or fetched on another", () => {
    const entry = {
      ...unknown,
      ...{ openedAt: new Date("2026-02-06T08:40:00Z"), readyAt: new Date("2026-02-07T04:20:00Z") },
      ...{ takenAt: new Date("2026-02-09T02:05:00Z"), phoneConfirmed: true },
      ...{ kind: "new" as const, channel: "in-person" as const, corrections: [] },
    };
    const day = "2026-02-06" as LocalDate;
    const [book] = only(registerReport({ day, entries: [entry], notServed: 0 }, FRAME), "table");
    expect(book?.rows[0]?.slice(6, 8)).toEqual(["7 Feb 11.20", "9 Feb 09.05"]);
  });
});
