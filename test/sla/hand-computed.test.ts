import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/kernel/types.ts";
import { type Calendar, calendarOf } from "../../src/sla/calendar.ts";
import type { Standard } from "../../src/sla/standard.ts";
import {
  BARITO,
  CaseStory,
  checked,
  corrected,
  done,
  handedOver,
  intake,
  JATENG,
  LEBAK,
  MOJOKERTO,
  madeReady,
  PLASTIC,
  paused,
  photo,
  printed,
  resumed,
  spoiled,
} from "./case-story.ts";

const HOUR_S = 3_600;
const MINUTE_MS = 60_000;
const day = (date: string): LocalDate => date as LocalDate;
const hours = calendarOf(BARITO) as Calendar;

/** Barito Utara's card as far as the initials, by which its clock starts, at that very instant. */
const initialled = (at: string): CaseStory =>
  new CaseStory(BARITO, { start: at, work: PLASTIC }).now(intake, done("verify"), done("approve"));

const dueBy = (story: CaseStory, calendar: Calendar): string | undefined =>
  story.judged({ figure: "gross", calendar }).published.dueAt?.toISOString();

describe("a pause over midnight and over a holiday", () => {
  // Sat 14 Feb 2026 11.00 in Muara Teweh; Mon 16 collective leave, Tue 17 a holiday: due Wed 18, 15.30 (08.30 UTC).
  const closures = [
    { date: day("2026-02-16"), kind: "collective-leave" as const },
    { date: day("2026-02-17"), kind: "holiday" as const },
  ];

  it("moves no closing time: net and gross come to the same day, and the pause is counted to the second", () => {
    const story = initialled("2026-02-14T04:00:00Z").after(HOUR_S, paused("missing-document"));
    // From Sat 12.00 to Wed 07.30 local: 3 days, 19 hours and a half.
    story.after(3 * 86_400 + 19.5 * HOUR_S, resumed).after(8 * HOUR_S, printed);
    const calendar = { ...hours, closures };
    for (const figure of ["gross", "net"] as const) {
      const { published } = story.judged({ figure, calendar });
      expect(published.dueAt?.toISOString()).toBe("2026-02-18T08:30:00.000Z");
      expect(published.verdict).toBe("met");
    }
    expect(story.timeline.pauses).toEqual([{ reason: "missing-document", ms: 91.5 * 60 * MINUTE_MS }]);
    expect(story.timeline.grossMs - story.timeline.netMs).toBe(91.5 * 60 * MINUTE_MS);
    expect(story.timeline.readyAt?.toISOString()).toBe("2026-02-18T08:30:00.000Z");
  });

  it("is judged anew when the collective leave is added afterwards, and by a second", () => {
    const story = initialled("2026-02-14T04:00:00Z").after(4 * 86_400 + 4.5 * HOUR_S, printed);
    const [leave, holiday] = closures;
    const known = { ...hours, closures: [holiday!] };
    expect(dueBy(story, known)).toBe("2026-02-16T08:30:00.000Z");
    expect(story.judged({ figure: "gross", calendar: known }).overall).toBe("late");
    const mended = { ...hours, closures: [leave!, holiday!] };
    expect(story.judged({ figure: "gross", calendar: mended }).overall).toBe("met");
    const notObserved = { ...mended, observesCollectiveLeave: false };
    expect(story.judged({ figure: "gross", calendar: notObserved }).overall).toBe("late");
    const second = initialled("2026-02-14T04:00:00Z").after(4 * 86_400 + 4.5 * HOUR_S + 1, printed);
    expect(second.judged({ figure: "gross", calendar: mended }).overall).toBe("late");
  });
});

describe("the hours of a season, a zone, a local closure and a leap day", () => {
  const fasting: Calendar = {
    ...hours,
    special: [
      {
        ...{ title: "Ramadan", from: day("2026-02-18"), to: day("2026-03-19") },
        weekly: {
          ...{ mon: [["08:00", "15:00"]], tue: [["08:00", "15:00"]], wed: [["08:00", "15:00"]] },
          ...{ thu: [["08:00", "15:00"]], fri: [["08:00", "15:30"]], sat: [], sun: [] },
        },
      },
    ],
  };

  it("ends a working day an hour earlier in Ramadan, and has no Saturday then", () => {
    // Thu 19 Feb 10.00 → Fri 20 Feb 15.30; Fri 20 Feb 15.45, after closing → received Mon 08.00 → Tue 24 Feb 15.00.
    expect(dueBy(initialled("2026-02-19T03:00:00Z"), fasting)).toBe("2026-02-20T08:30:00.000Z");
    expect(dueBy(initialled("2026-02-20T08:45:00Z"), fasting)).toBe("2026-02-24T08:00:00.000Z");
  });

  it("is the desk's own in Jayapura: the same hours end two hours earlier in the world", () => {
    const papua = { ...hours, timeZone: "Asia/Jayapura" };
    // Mon 9 Feb 09.00 WIT is 00.00 UTC; Tue 10 Feb 15.30 WIT is 06.30 UTC.
    expect(dueBy(initialled("2026-02-09T00:00:00Z"), papua)).toBe("2026-02-10T06:30:00.000Z");
    // 23.30 UTC of the Sunday is Monday 08.30 WIT and no Sunday any more.
    expect(dueBy(initialled("2026-02-08T23:30:00Z"), papua)).toBe("2026-02-10T06:30:00.000Z");
  });

  it("goes past a local closure on which it would end, and onto 29 February", () => {
    const closed = { ...hours, closures: [{ date: day("2026-02-10"), kind: "local-closure" as const }] };
    expect(dueBy(initialled("2026-02-09T02:00:00Z"), closed)).toBe("2026-02-11T08:30:00.000Z");
    // Mon 28 Feb 2028 → Tue 29 Feb.
    expect(dueBy(initialled("2028-02-28T02:00:00Z"), hours)).toBe("2028-02-29T08:30:00.000Z");
  });
});

describe("promises that are about, or from and to, so many minutes", () => {
  const promising = (change: Partial<Standard["promise"]>): Standard => ({
    ...MOJOKERTO,
    promise: { ...MOJOKERTO.promise, ...change },
  });

  it("are late a millisecond after the number, or after the longer end", () => {
    const about = promising({ isApproximate: true });
    const range = promising({ rangeFrom: { value: 10, unit: "minute", seconds: 600, text: "10" } });
    for (const standard of [about, range]) {
      const told = (seconds: number) =>
        new CaseStory(standard, { kind: "renewal", work: PLASTIC }).after(seconds, printed).judged();
      expect(told(900).published).toMatchObject({ verdict: "met", elapsedMs: 900_000, leftMs: 0 });
      expect(told(900.001).published).toMatchObject({ verdict: "late", leftMs: -1 });
    }
  });
});

describe("what becomes of a case on the way", () => {
  it("is READY by somebody's word before its last step, and the step that follows moves that no more", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(60, intake).after(300, madeReady);
    expect(story.judged().published).toMatchObject({ verdict: "met", elapsedMs: 360_000 });
    story.after(3_000, printed);
    expect(story.judged().published).toMatchObject({ verdict: "met", elapsedMs: 360_000 });
    // Unless the card that was ready was none: then it is ready when the next one is.
    story.after(10, spoiled).after(60, printed);
    expect(story.judged().published).toMatchObject({ verdict: "late", elapsedMs: 3_430_000 });
  });

  it("is over when it is TAKEN: what is said of it afterwards changes nothing but a correction's own step", () => {
    const story = new CaseStory(LEBAK, { work: PLASTIC });
    story.after(60, intake).after(300, done("data-entry")).after(300, photo).after(60, checked);
    story.after(60, printed).after(60, handedOver);
    const before = story.judged();
    story.after(600, spoiled).after(60, printed, paused("other")).after(60, handedOver);
    expect(story.judged()).toEqual(before);
    expect(story.timeline).toMatchObject({ status: "handed-over", grossMs: 840_000 });
    story.now(corrected("photo", "2026-02-05T02:07:00Z", "2026-02-05T02:10:30Z"));
    expect(story.judged().published).toEqual(before.published);
    expect(story.step("photo")).toMatchObject({ grossMs: 210_000, isCorrected: true });
  });

  it("is the business of the version it was opened under, whatever another says from noon on", () => {
    const stricter = {
      ...LEBAK,
      version: 2,
      promise: { ...LEBAK.promise, published: { ...LEBAK.promise.published, value: 10, seconds: 600 } },
    };
    const told = (standard: Standard) =>
      new CaseStory(standard, { start: "2026-02-05T04:55:00Z", work: PLASTIC })
        .after(300, intake)
        .after(600, printed)
        .after(60, handedOver)
        .judged().published;
    expect(told(LEBAK)).toMatchObject({ verdict: "met", limitSeconds: 1_440, elapsedMs: 960_000 });
    expect(told(stricter)).toMatchObject({ verdict: "late", limitSeconds: 600, elapsedMs: 960_000 });
  });

  it("lies open for three weeks: late by exactly that, and by the net figure by what was not paused", () => {
    const story = new CaseStory(LEBAK, { work: PLASTIC })
      .after(60, intake)
      .after(60, paused("applicant-away"));
    story
      .after(20 * 86_400, resumed)
      .after(86_400, printed)
      .after(60, handedOver);
    const took = 21 * 86_400 + 180;
    expect(story.judged().published).toMatchObject({ verdict: "late", leftMs: (1_440 - took) * 1_000 });
    expect(story.judged({ figure: "net" }).published).toMatchObject({
      ...{ verdict: "late", elapsedMs: (86_400 + 180) * 1_000 },
    });
  });
});
