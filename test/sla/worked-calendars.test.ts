import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/kernel/types.ts";
import { type Calendar, calendarOf } from "../../src/sla/calendar.ts";
import {
  BARITO,
  CaseStory,
  checked,
  done,
  handedOver,
  intake,
  MOJOKERTO,
  PLASTIC,
  photo,
  printed,
} from "./case-story.ts";

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
  });
});
