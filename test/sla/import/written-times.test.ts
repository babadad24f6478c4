import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { durationIn, isTimeUnclear } from "../../../src/sla/import/duration.ts";
import { importStandard } from "../../../src/sla/import/import-standard.ts";
import { areHoursUnclear, openingHoursIn } from "../../../src/sla/import/opening-hours.ts";

const page = (under: string): string => `Perpustakaan Tirtamaya\n\nKartu Anggota\n\n${under}\n`;
const doubtsAt = (source: string): readonly string[] => {
  const lines = source.split("\n");
  return importStandard(source)
    .doubts.filter(({ line }) => line !== null)
    .map(({ code, line }) => `${code}: ${lines[(line ?? 0) - 1]}`);
};

describe("a length of time as it is written", () => {
  it.each([
    ["2 x 24 jam", 172_800],
    ["1x24 jam", 86_400],
    ["1 menit 30 detik", 90],
    ["1 jam 30 menit 15 detik", 5_415],
    ["1 jam dan 15 menit", 4_500],
    ["1/2 jam", 1_800],
    ["½ jam", 1_800],
    ["1½ jam", 5_400],
    ["1 1/2 jam", 5_400],
    ["1.440 detik", 1_440],
    ["1,5 jam", 5_400],
    ["lima belas menit", 900],
    ["dua puluh lima menit", 1_500],
    ["tiga puluh menit", 1_800],
    ["sebelas menit", 660],
    ["seratus dua puluh menit", 7_200],
    ["15 (lima belas) menit", 900],
    ["maks. 20 menit", 1_200],
    ["10 s.d. 15 menit", 900],
  ])("%s is so many seconds", (text, seconds) => {
    expect(durationIn(text)?.seconds).toBe(seconds);
    expect(isTimeUnclear(text)).toBe(false);
  });

  it("in days has no seconds, however the number is written", () => {
    expect(durationIn("dua belas hari kerja")).toMatchObject({ value: 12, unit: "business-day" });
    expect(durationIn("3 (tiga) hari kerja")).toMatchObject({ value: 3, unit: "business-day" });
  });

  it.each([
    ...["l5 menit", "1O menit", "lO menit", "I0 Menit", "1 5 menit", "15 rnenit", "15 men1t", "(S5 detik)"],
    ...["25/30 menit", "O,5 jam", "1S menit"],
  ])("%s is no number that a scanner has left whole: nothing is read, and it is said", (text) => {
    expect(durationIn(text)).toBeUndefined();
    expect(isTimeUnclear(text)).toBe(true);
  });

  it.each(["Petugas mengecek data", "5 lembar", "jam layanan", "KTP yang berlaku", "dua belas"])(
    "%s is no time at all",
    (text) => {
      expect(durationIn(text)).toBeUndefined();
      expect(isTimeUnclear(text)).toBe(false);
    },
  );
});

describe("opening hours as they are written", () => {
  it.each([
    ["Senin – Kamis pukul 07.00 s.d 15.30 WIB", ["mon tue wed thu 07:00-15:30"]],
    [
      "Senin - Kamis: 08.00 - 12.00 dan 13.00 - 15.30",
      ["mon tue wed thu 08:00-12:00", "mon tue wed thu 13:00-15:30"],
    ],
    ["Senin, Rabu dan Jumat 08.00-11.30", ["mon wed fri 08:00-11:30"]],
    ["Sabtu & Minggu 09:00–12:00", ["sat sun 09:00-12:00"]],
    ["Senin-Kamis 08.00-15.00, Jumat 08.00-11.00", ["mon tue wed thu 08:00-15:00", "fri 08:00-11:00"]],
    ["Senin s.d. Kamis, Sabtu 08.00 WIB - 12.00 WIB", ["mon tue wed thu sat 08:00-12:00"]],
    ["Setiap hari 08.00 - 20.00", ["mon tue wed thu fri sat sun 08:00-20:00"]],
    ["Monday to Friday 08.00 - 16.00", ["mon tue wed thu fri 08:00-16:00"]],
  ])("%s", (text, read) => {
    expect(
      openingHoursIn(text).map(({ days, interval }) => `${days.join(" ")} ${interval.join("-")}`),
    ).toEqual(read);
    expect(areHoursUnclear(text)).toBe(false);
  });

  it.each([
    "Senin - Kamis O7.00 - 15.30",
    "Jumat 08.00 - l1.30",
    "Jam layanan 08.00 - 15.00",
    "Setiap hari kerja 07.30-15.00",
  ])("%s is not guessed at, and said", (text) => {
    expect(openingHoursIn(text)).toEqual([]);
    expect(areHoursUnclear(text)).toBe(true);
  });
});

describe("a page that a scanner has read badly", () => {
  const source = page(
    [
      ...["Sistem, Mekanisme dan Prosedur", ""],
      ...["1. Pemohon mengisi formulir (5 menit)", "2. Petugas memotret pemohon (l5 menit)"],
      ...["3. Petugas mencetak kartu (1 menit 30 detik)", "", "Waktu Penyelesaian", "", "3O menit", ""],
      ...["Senin - Kamis O8.00 - 15.00"],
    ].join("\n"),
  );

  it("gives no time to a step of which the number is broken, and lists that line", () => {
    const [procedure] = importStandard(source).draft.procedures;
    expect(procedure?.steps.map(({ target }) => target?.seconds)).toEqual([300, undefined, 90]);
    expect(importStandard(source).draft.promise).toBeNull();
    expect(importStandard(source).draft.hours).toBeNull();
    expect(doubtsAt(source)).toEqual(
      expect.arrayContaining([
        "TIME_UNCLEAR: 2. Petugas memotret pemohon (l5 menit)",
        "TIME_UNCLEAR: 3O menit",
        "HOURS_UNCLEAR: Senin - Kamis O8.00 - 15.00",
      ]),
    );
  });

  it("whose table has a broken number in its cell lists that row", () => {
    const table = page(
      [
        ...["Sistem, Mekanisme dan Prosedur", "", "No\tUraian\tWaktu\tOutput"],
        ...["1\tPemohon mengisi formulir\t5 menit\tFormulir", "2\tPetugas mencetak kartu\tl0 menit\tKartu"],
      ].join("\n"),
    );
    expect(importStandard(table).draft.procedures[0]?.steps.map(({ target }) => target?.seconds)).toEqual([
      300,
      undefined,
    ]);
    expect(doubtsAt(table)).toContain("TIME_UNCLEAR: 2\tPetugas mencetak kartu\tl0 menit\tKartu");
  });
});

describe("a page that promises more than one time", () => {
  it("says so: which of them is meant is the library's to say", () => {
    const both = page("Waktu Penyelesaian\n\nKartu baru: 15 menit\nPerpanjangan: 10 menit");
    expect(importStandard(both).doubts.map(({ code }) => code)).toContain("PROMISE_SEVERAL");
    const once = page("Waktu Penyelesaian\n\n15 menit\n15 Menit");
    expect(importStandard(once).doubts.map(({ code }) => code)).not.toContain("PROMISE_SEVERAL");
  });
});

describe("a page in English", () => {
  const english = readFileSync(new URL("../../fixtures/sla/imports/english.txt", import.meta.url), "utf8");
  const { draft, doubts, marks } = importStandard(english);

  it("has its sections, times, hours and fee", () => {
    expect(draft.service.title).toBe("Replacement of a Lost Member Card");
    expect(draft.requirements.map(({ text }) => text)).toEqual([
      "Copy of an identity card or student card",
      "The damaged card, if there is one",
    ]);
    expect(draft.procedures[0]?.steps.map(({ target }) => target?.seconds)).toEqual([300, 120, 90, 600, 60]);
    expect(draft.promise?.published).toMatchObject({ seconds: 1_500, text: "25 minutes" });
    expect(draft.hours?.weekly).toMatchObject({ fri: [["08:00", "11:30"]], sat: [] });
    expect(draft.fees.amountIdr).toBe(0);
    expect(draft.products).toEqual(["Member card"]);
    expect(doubts.map(({ code }) => code)).not.toContain("SECTION_MISSING");
  });

  it("has a doubt for each step of which the words are not known, and a mark for every line", () => {
    const lines = english.split("\n");
    const unknown = draft.procedures[0]?.steps.filter(({ key }) => key === null) ?? [];
    expect(doubts.filter(({ code }) => code === "STEP_UNKNOWN").map(({ line }) => line)).toEqual(
      unknown.map(({ cites }) => cites[0]?.line),
    );
    expect(marks).toHaveLength(lines.filter((line) => line.trim() !== "").length);
  });
});
