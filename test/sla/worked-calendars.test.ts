import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/kernel/types.ts";
import { type Calendar, calendarOf } from "../../src/sla/calendar.ts";
import {
  BARITO,
  CaseStory,
  checked,
  cut,
  done,
  handedOver,
  intake,
  laminated,
  MOJOKERTO,
  PLASTIC,
  photo,
  printed,
  SIDOARJO,
} from "./case-story.ts";

const DAY_S = 86_400;

describe("Barito Utara, one working day", () => {
  // Friday 6 February 2026, 15.40 in Muara Teweh.
  const friday = (): CaseStory =>
    new CaseStory(BARITO, { start: "2026-02-06T08:40:00Z", work: PLASTIC })
      .after(300, done("form-paper"))
      .after(60, intake)
      .after(180, checked);

  it("has no due time until the requirements are initialled", () => {
    expect(friday().judged().published).toMatchObject({ verdict: "running", dueAt: null, leftMs: null });
  });

  it("is due when the next working day closes, and READY is what is judged", () => {
    const story = friday().after(60, done("approve"));
    const noonOnSaturday = new Date("2026-02-07T05:00:00Z");
    expect(story.judged().published).toMatchObject({
      verdict: "running",
      limitSeconds: null,
      dueAt: noonOnSaturday,
    });

    story.after(120, photo).after(64_800, printed);
    expect(story.timeline).toMatchObject({ status: "ready", now: "handover" });
    expect(story.after(3 * 86_400, handedOver).judged().published.verdict).toBe("met");
    expect(story.timeline.takenAt).toEqual(new Date("2026-02-10T02:52:00Z"));
  });

  it("is late one second after closing, ready or not", () => {
    const story = friday().after(60, done("approve"));
    const toNoon = (Date.parse("2026-02-07T05:00:00Z") - story.moment.at.getTime()) / 1_000;
    expect(story.after(toNoon).judged().published.verdict).toBe("running");
    expect(story.after(1).judged().published.verdict).toBe("late");
    expect(story.after(60, printed).judged().published.verdict).toBe("late");
  });

  it("is not made punctual by a clock that is set back meanwhile", () => {
    for (const back of [-365 * DAY_S, -3 * DAY_S, -3_600]) {
      const story = friday().after(60, done("approve"));
      // Ready on Saturday at 12.30, when the library has closed; the clock says a day before, or half past eleven.
      story.jumpWall(back).after(20 * 3_600 + 40 * 60, printed);
      expect(story.judged().published).toMatchObject({ verdict: "late" });
      expect(story.timeline.isClockSuspect).toBe(true);
    }
  });

  it("follows the library's calendar when there is one", () => {
    const closures = [{ date: "2026-02-07" as LocalDate, kind: "local-closure" as const }];
    const calendar = calendarOf(BARITO, closures) as Calendar;
    const verdict = friday().after(60, done("approve")).judged({ figure: "gross", calendar });
    expect(verdict.published.dueAt).toEqual(new Date("2026-02-09T08:30:00Z"));
  });

  it("covers lost and damaged cards too, and measures data entry inside the joined step when told", () => {
    const story = new CaseStory(BARITO, { kind: "lost", work: PLASTIC });
    story.after(600, done("approve"), photo).after(120, done("data-entry")).after(30, printed);

    expect(story.judged().isCovered).toBe(true);
    expect(story.step("data-entry-and-print")).toMatchObject({
      state: "done",
      grossMs: 150_000,
      parts: [{ grossMs: 120_000 }, { grossMs: 30_000 }],
    });
  });

  it("ends the joined step by the print alone", () => {
    const story = new CaseStory(BARITO, { work: PLASTIC }).after(600, photo).after(200, printed);
    expect(story.step("data-entry-and-print")).toMatchObject({ state: "done", grossMs: 200_000 });
    expect(story.timeline.gapMs).toBe(0);
  });
});

describe("Mojokerto, renewal online in 15 minutes", () => {
  it("times four untimed steps and judges only the total", () => {
    const story = new CaseStory(MOJOKERTO, { kind: "renewal", channel: "online", work: PLASTIC })
      .after(200, done("data-entry"))
      .after(60, photo)
      .after(60, checked)
      .after(90, printed);

    expect(story.timeline.steps.map(({ key, grossMs }) => [key, grossMs])).toEqual([
      ...[
        ["data-entry", 200_000],
        ["photo-upload", 60_000],
        ["verify", 60_000],
        ["print", 90_000],
      ],
      ["handover", 0],
    ]);
    expect(new Set(Object.values(story.verdicts()))).toEqual(new Set(["not-judged"]));
    expect(story.judged()).toMatchObject({
      overall: "met",
      published: { limitSeconds: 900, leftMs: 490_000 },
    });
  });

  it("counts opening hours only, where the library has set that", () => {
    const calendar = { ...(calendarOf(BARITO) as Calendar), timeZone: "Asia/Jakarta" };
    const judging = { figure: "gross", calendar, countsOpenHoursOnly: true } as const;
    // Thursday 15.20; the library closes at 15.30 and opens on Friday at 07.30.
    const story = new CaseStory(MOJOKERTO, {
      ...({ kind: "renewal", channel: "online", work: PLASTIC, start: "2026-02-05T08:20:00Z" } as const),
    });
    const nextMorning = new Date("2026-02-06T00:35:00Z");
    expect(story.judged(judging).published.dueAt).toEqual(nextMorning);

    story.after(16 * 3_600 + 14 * 60, printed);
    expect(story.judged(judging).published).toMatchObject({ verdict: "met", elapsedMs: 14 * 60_000 });
    expect(story.judged().published.verdict).toBe("late");
    expect(story.judged(judging).spent).toEqual({ libraryMs: 14 * 60_000, applicantMs: 0, pauses: [] });
  });

  it("loses no minute of them to a clock that is set, back or forward, while the work runs", () => {
    const calendar = { ...(calendarOf(BARITO) as Calendar), timeZone: "Asia/Jakarta" };
    const judging = { figure: "gross", calendar, countsOpenHoursOnly: true } as const;
    for (const jump of [-365 * DAY_S, -3_600, 3_600, 365 * DAY_S]) {
      // Thursday 10.00; twenty-five minutes, and the clock is set after the first five.
      const story = new CaseStory(MOJOKERTO, {
        ...({ kind: "renewal", channel: "online", work: PLASTIC, start: "2026-02-05T03:00:00Z" } as const),
      });
      story.after(300, done("data-entry")).jumpWall(jump).after(1_200, printed);
      expect(story.judged(judging).published).toMatchObject({ verdict: "late", elapsedMs: 1_500_000 });
      expect(story.timeline.isClockSuspect).toBe(true);
    }
  });

  it("counts them alone also where the library has said which steps its total means", () => {
    const calendar = { ...(calendarOf(BARITO) as Calendar), timeZone: "Asia/Jakarta" };
    const covers = ["print", "cut-and-laminate", "handover", "receipt"] as const;
    const standard = { ...SIDOARJO, promise: { ...SIDOARJO.promise, covers } };
    // Thursday 15.20: printing begins at 15.25, the card comes out on Friday at 07.32 and is handed over at 07.34.
    const story = new CaseStory(standard, { start: "2026-02-05T08:20:00Z" }).after(300, checked);
    story
      .after(16 * 3_600 + 7 * 60, printed)
      .after(60, cut, laminated)
      .after(60, handedOver);
    const openOnly = { figure: "gross", calendar, countsOpenHoursOnly: true } as const;
    expect(story.judged(openOnly).published).toMatchObject({ verdict: "met", elapsedMs: 9 * 60_000 });
    expect(story.judged(openOnly).spent.libraryMs).toBe(9 * 60_000);
    expect(story.judged().published).toMatchObject({ verdict: "late", elapsedMs: (16 * 60 + 9) * 60_000 });
  });
});
