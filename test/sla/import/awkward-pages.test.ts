import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importStandard } from "../../../src/sla/import/import-standard.ts";
import type { Imported } from "../../../src/sla/import/imported.ts";

const page = (name: string): string =>
  readFileSync(new URL(`../../fixtures/sla/imports/${name}.txt`, import.meta.url), "utf8");

const stepsOf = ({ draft }: Imported) =>
  draft.procedures.map(({ id, steps }) => [id, ...steps.map(({ key, target }) => [key, target?.seconds])]);

/** The words of each line that a doubt of this sort points at. */
const doubted = (name: string, { doubts }: Imported, code: string): readonly string[] => {
  const lines = page(name).split("\n");
  return doubts.flatMap((doubt) => (doubt.code === code ? [lines[(doubt.line ?? 0) - 1] ?? ""] : []));
};

describe("a page with approximate times, ranges and a scanner's digits, and its hours beside the steps", () => {
  const read = importStandard(page("senggigi"));

  it("is judged by the longer ends, each of them listed, and has no time where the digits are broken", () => {
    expect(stepsOf(read)).toEqual([
      [
        "timed",
        ["form-paper", 600],
        ["verify", 600],
        ["data-entry", undefined],
        ["photo", 180],
        ["print", undefined],
        ["handover", 30],
      ],
    ]);
    expect(doubted("senggigi", read, "STEP_APPROXIMATE")).toHaveLength(4);
    expect(doubted("senggigi", read, "TIME_UNCLEAR").map((line) => line.slice(0, 2))).toEqual(["3.", "5."]);
    expect(read.draft.promise).toMatchObject({ isApproximate: true, published: { seconds: 1_500 } });
  });

  it("has no hours that nobody has looked at", () => {
    expect(read.draft.hours).toBeNull();
    expect(doubted("senggigi", read, "HOURS_UNCLEAR")).toHaveLength(3);
    expect(read.draft.institution.timeZone).toBe("Asia/Makassar");
  });
});

describe("a page in two languages whose table lost its columns", () => {
  const read = importStandard(page("rinjani"));

  it("is parted by its headings, and its promise is read once", () => {
    expect(read.doubts.map(({ code }) => code)).not.toContain("SECTION_MISSING");
    expect(read.draft.promise?.published).toMatchObject({ value: 1, unit: "business-day" });
    expect(read.doubts.map(({ code }) => code)).not.toContain("PROMISE_SEVERAL");
    expect(read.draft.requirements[0]?.anyOf).toEqual(["KTP", "Kartu Pelajar"]);
  });

  it("makes no steps of rows that cannot be parted, and names every one", () => {
    expect(stepsOf(read)).toEqual([["procedure"]]);
    expect(read.doubts.map(({ code }) => code)).toContain("STEPS_MISSING");
    expect(doubted("rinjani", read, "TIME_UNCLEAR")).toHaveLength(5);
  });
});

describe("a page whose numbers begin again, with several totals and hours by the lesson", () => {
  const read = importStandard(page("tarum"));

  it("takes the first list, its times after colon and comma, and names what it left out", () => {
    expect(stepsOf(read)[0]).toEqual(["timed", [null, undefined], ["form-paper", 600], ["verify", 180]]);
    expect(doubted("tarum", read, "STEP_LEFT_OUT").map((line) => line.slice(0, 2))).toEqual([
      "1.",
      "2.",
      "3.",
      "1.",
    ]);
  });

  it("takes no total where digits and words differ, or a line has two", () => {
    expect(read.draft.promise).toBeNull();
    expect(doubted("tarum", read, "TIME_UNCLEAR").map((line) => line.slice(0, 14))).toEqual(
      expect.arrayContaining(["15 Menit (lima", "Paling lama 2 "]),
    );
  });

  it("says that a fee with two answers, and a break among the hours, were not read", () => {
    expect(doubted("tarum", read, "FEE_UNKNOWN")).toHaveLength(1);
    expect(doubted("tarum", read, "HOURS_UNCLEAR")[0]).toContain("istirahat");
  });
});

describe("a page with lettered steps, dots before the times and a sum of its own", () => {
  const read = importStandard(page("banyu-langit"));

  it("has its promise to the second and its fee, no steps, and a doubt for every line with a time", () => {
    expect(read.draft.promise?.published.seconds).toBe(630);
    expect(read.draft.fees.amountIdr).toBe(5_000);
    expect(read.doubts.map(({ code }) => code)).toContain("STEPS_MISSING");
    expect(doubted("banyu-langit", read, "TIME_UNCLEAR")).toHaveLength(6);
  });

  it("reads the same steps where they have numbers, and that they do not make the promise", () => {
    const numbered = page("banyu-langit").replaceAll(/^([a-e])\./gm, (_, letter: string) => {
      return `${letter.charCodeAt(0) - 96}.`;
    });
    const again = importStandard(numbered);
    expect(
      stepsOf(again)[0]
        ?.slice(1)
        .map((step) => step[1]),
    ).toEqual([60, 120, 180, 300, 60]);
    expect(again.doubts.map(({ code }) => code)).toContain("TOTAL_BELOW_STEP_SUM");
    expect(doubted("banyu-langit", again, "TIME_UNCLEAR")).toEqual(["Jumlah 12 menit"]);
  });
});

describe("a scan with letters for digits everywhere", () => {
  const read = importStandard(page("muara-sejati"));

  it("gives no time, no hours and no total, and says so of every line", () => {
    expect([read.draft.promise, read.draft.hours]).toEqual([null, null]);
    expect(stepsOf(read)).toEqual([["procedure"]]);
    expect(doubted("muara-sejati", read, "TIME_UNCLEAR")).toHaveLength(5);
    expect(doubted("muara-sejati", read, "HOURS_UNCLEAR")).toHaveLength(1);
  });
});

describe("a time, an hour or an amount that says two things", () => {
  const withTime = (time: string, more = ""): Imported =>
    importStandard(`Perpustakaan\nLayanan Kartu\nWaktu Penyelesaian\n${time}\n${more}`);

  it.each([
    ["2 (tiga) hari kerja", undefined],
    ["2 (dua) hari kerja", 2],
    ["15 menit (sepuluh menit)", undefined],
    ["15 menit (lima belas menit)", 15],
    ["S menit", undefined],
  ])("%s is read as %s", (time, value) => {
    const { draft, doubts } = withTime(time);
    expect(draft.promise?.published.value).toBe(value);
    if (value === undefined) expect(doubts.map(({ code }) => code)).toContain("TIME_UNCLEAR");
  });

  it("is several where a second total stands in another line", () => {
    const { doubts } = withTime(
      "15 menit",
      "Untuk pemohon yang datanya belum lengkap diselesaikan dalam 3 hari kerja.",
    );
    expect(doubts.map(({ code }) => code)).toContain("PROMISE_SEVERAL");
  });

  it("opens for nobody during a break", () => {
    const { draft, doubts } = withTime("15 menit", "Senin - Jumat 08.00-16.00, istirahat 12.00-13.00");
    expect(draft.hours?.weekly.mon).toEqual([["08:00", "16:00"]]);
    expect(doubts.map(({ code }) => code)).toContain("HOURS_UNCLEAR");
  });

  it.each([
    ["Rp 1O.000", 0, true],
    ["Rp 5 ribu", 0, true],
    ["Rp 5.000,-", 5_000, false],
    ["Tidak di pungut biaya", 0, false],
    ["Baru gratis, hilang Rp 10.000", 0, true],
  ])("%s costs %i rupiah, doubted: %s", (fee, amount, isDoubted) => {
    const { draft, doubts } = importStandard(`Perpustakaan\nLayanan Kartu\nBiaya / Tarif\n${fee}`);
    expect(draft.fees.amountIdr).toBe(amount);
    expect(doubts.some(({ code }) => code === "FEE_UNKNOWN")).toBe(isDoubted);
  });
});
