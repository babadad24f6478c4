import { describe, expect, it } from "vitest";
import { problemsOf } from "../../src/sla/find-draft-problems.ts";
import { importStandard } from "../../src/sla/import/import-standard.ts";
import { parseStandard } from "../../src/sla/parse-standard.ts";
import type { Promised, Standard } from "../../src/sla/standard.ts";
import { changesBetween } from "../../src/sla/standard-diff.ts";
import { BARITO, CaseStory, LEBAK, SIDOARJO } from "./case-story.ts";

const promising = (text: string): Promised | null =>
  importStandard(`Perpustakaan Tirtamaya\n\nKartu Anggota\n\nWaktu Penyelesaian\n\n${text}\n`).draft.promise;

describe("a promise as it was published", () => {
  it.each([
    ["± 15 menit", { isApproximate: true, rangeFrom: null, excludesQueue: false }, 900],
    ["kurang lebih 15 menit", { isApproximate: true, rangeFrom: null, excludesQueue: false }, 900],
    ["maksimal 20 menit", { isApproximate: false, rangeFrom: null, excludesQueue: false }, 1200],
    [
      "15 menit, tidak termasuk waktu antrean",
      { isApproximate: false, rangeFrom: null, excludesQueue: true },
      900,
    ],
    ["15 menit (di luar antrian)", { isApproximate: false, rangeFrom: null, excludesQueue: true }, 900],
  ] as const)("%s is kept as written and counted in seconds", (text, marks, seconds) => {
    expect(promising(text)).toMatchObject({ ...marks, published: { seconds } });
  });

  it("is printed with what it leaves out", () => {
    expect(promising("15 menit, tidak termasuk waktu antrean")?.published.text).toBe(
      "15 menit, tidak termasuk waktu antrean",
    );
  });

  it("of a range is its longer end, with the shorter one beside it", () => {
    expect(promising("10 - 15 menit")).toMatchObject({
      published: { value: 15, unit: "minute", seconds: 900, text: "10 - 15 menit" },
      rangeFrom: { value: 10, unit: "minute", seconds: 600 },
    });
    expect(promising("2 s.d. 3 hari kerja")).toMatchObject({
      published: { value: 3, unit: "business-day" },
      rangeFrom: { value: 2, unit: "business-day", seconds: null },
    });
  });

  it("is judged by the longer end of a range, and by the number behind a ±", () => {
    const promise: Promised = {
      ...LEBAK.promise,
      ...{
        isApproximate: true,
        published: { value: 15, unit: "minute", seconds: 900, text: "± 10 - 15 menit" },
      },
      rangeFrom: { value: 10, unit: "minute", seconds: 600, text: "10" },
    };
    const ranged: Standard = { ...LEBAK, version: 2, promise };
    expect(new CaseStory(ranged).after(900).judged().published).toMatchObject({
      verdict: "running",
      leftMs: 0,
    });
    expect(new CaseStory(ranged).after(901).judged().published.verdict).toBe("late");
    expect(parseStandard(ranged, "ranged")).toBe(ranged);
  });

  it("is refused where its range is the wrong way round", () => {
    const rangeFrom = { value: 30, unit: "minute", seconds: 1800, text: "30" } as const;
    const wrong = { ...LEBAK, promise: { ...LEBAK.promise, rangeFrom } };
    expect(() => parseStandard(wrong, "wrong")).toThrow(/rangeFrom/);
    expect(problemsOf(wrong).map(({ code }) => code)).toEqual(["range-backwards"]);
  });

  it("in days is judged by the library's own reading where it has one", () => {
    const story = new CaseStory(BARITO, { start: "2026-02-06T01:00:00Z" });
    const judging = { figure: "gross", businessDayRule: "within-same-working-day" } as const;
    const own = story.judged(judging).published;
    expect(own.verdict).toBe("running");
    expect(new CaseStory(LEBAK).judged(judging).published.limitSeconds).toBe(1440);
  });
});

describe("what a draft lacks", () => {
  it("is nothing in the published ones", () => {
    for (const standard of [LEBAK, SIDOARJO, BARITO]) expect(problemsOf(standard)).toEqual([]);
  });

  it("is named at its place: a step without a kind, one that repeats, one of no time, no promise", () => {
    const [procedure, ...others] = SIDOARJO.procedures;
    const [first, second, ...rest] = procedure!.steps;
    const steps = [
      { ...first!, key: null },
      { ...second!, target: { value: 0, unit: "minute", seconds: 0, text: "0 menit" } as const },
      ...rest,
      { ...rest[0]!, seq: 99 },
    ];
    const draft = { ...SIDOARJO, procedures: [{ ...procedure!, steps }, ...others], promise: null };
    expect(problemsOf(draft)).toEqual([
      { code: "step-unknown", at: "/procedures/0/steps/0/key" },
      { code: "step-time-zero", at: "/procedures/0/steps/1/target" },
      { code: "step-repeated", at: `/procedures/0/steps/${steps.length - 1}/key` },
      { code: "promise-missing", at: "/promise" },
    ]);
  });

  it("is an hour that overlaps or closes before it opens, and a text that no screen has room for", () => {
    const weekly = {
      ...BARITO.hours!.weekly,
      mon: [
        ["07:00", "12:30"],
        ["12:00", "15:00"],
      ],
      tue: [["15:00", "07:00"]],
    } as const;
    const draft = {
      ...BARITO,
      hours: { ...BARITO.hours!, weekly },
      service: { ...BARITO.service, title: "x".repeat(400) },
    };
    expect(problemsOf(draft)).toEqual([
      { code: "text-too-long", at: "/service/title" },
      { code: "hours-overlap", at: "/hours/weekly/mon" },
      { code: "hours-backwards", at: "/hours/weekly/tue" },
    ]);
  });
});

describe("two versions of a standard", () => {
  it("do not differ from themselves", () => {
    expect(changesBetween(SIDOARJO, SIDOARJO)).toEqual([]);
  });

  it("differ in what was reworded, moved, timed otherwise, added and taken away", () => {
    const [procedure, ...others] = LEBAK.procedures;
    const [first, second, third, ...rest] = procedure!.steps;
    const changed: Standard = {
      ...LEBAK,
      service: { ...LEBAK.service, decreeNumber: "045/1/2027" },
      products: [...LEBAK.products, "Kartu digital"],
      procedures: [
        {
          ...procedure!,
          steps: [
            { ...second!, text: "Pemustaka mengisi data" },
            { ...first!, target: { value: 2, unit: "minute", seconds: 120, text: "2 menit" } },
            ...rest,
          ],
        },
        ...others,
      ],
    };
    const changes = changesBetween(LEBAK, changed);
    expect(changes.map(({ field }) => field)).toEqual([
      ...["decree-number", "step", "step-text", "step-time", "step-order", "product"],
    ]);
    expect(changes[1]).toEqual({ field: "step", of: null, before: third!.text, after: null });
    expect(changes[3]).toMatchObject({ of: first!.text, before: first!.target!.text, after: "2 menit" });
  });
});
