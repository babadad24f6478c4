import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/kernel/types.ts";
import { type Calendar, calendarOf } from "../../src/sla/calendar.ts";
import { expectedSumSeconds } from "../../src/sla/promise-verdict.ts";
import {
  BARITO,
  CaseStory,
  checked,
  cut,
  done,
  handedOver,
  intake,
  JATENG,
  LEBAK,
  laminated,
  MOJOKERTO,
  PLASTIC,
  photo,
  printed,
  revised,
  SIDOARJO,
} from "./case-story.ts";

describe("Jawa Tengah, 14 minutes in seven timed rows", () => {
  const begun = (): CaseStory =>
    new CaseStory(JATENG, { work: PLASTIC })
      .after(8, intake)
      .after(240, done("form-paper"))
      .after(320, done("form-electronic"));

  it("judges each row by its own target and the total by the published 840 seconds", () => {
    const story = begun().after(50, checked).after(25, photo).after(9, printed);

    expect(story.verdicts()).toEqual({
      ...{
        intake: "met",
        "form-paper": "met",
        "form-electronic": "late",
        verify: "met",
        revise: "not-judged",
      },
      ...{ photo: "met", print: "met", handover: "not-judged" },
    });
    expect(story.timeline).toMatchObject({ status: "ready", grossMs: 652_000, now: "handover" });
    expect(story.judged()).toMatchObject({
      overall: "met",
      published: { verdict: "met", limitSeconds: 840, elapsedMs: 652_000, leftMs: 188_000 },
      stepSum: { verdict: "not-judged", limitSeconds: 710 },
    });
  });

  it("ends at the print: collecting the card later costs the library nothing", () => {
    const story = begun().after(50, checked).after(25, photo).after(9, printed).after(3_600, handedOver);

    expect(story.timeline).toMatchObject({ status: "handed-over", grossMs: 4_252_000 });
    expect(story.judged().published).toMatchObject({ verdict: "met", elapsedMs: 652_000 });
  });

  it("counts a revision together with the check that ended it", () => {
    const story = begun().after(170, revised);

    expect(story.step("verify")).toMatchObject({ grossMs: 170_000, allowanceSeconds: 180 });
    expect(story.step("revise")).toMatchObject({ state: "done", grossMs: null, sharesTimeWith: "verify" });
    expect(story.verdicts()).toMatchObject({ verify: "met", revise: "not-judged" });
    expect(expectedSumSeconds(JATENG, story.plan, story.timeline)).toBe(830);
  });

  it("counts a revision alone when the check was ended before it", () => {
    const story = begun().after(50, done("verify")).after(130, revised);

    expect(story.verdicts()).toMatchObject({ verify: "met", revise: "late" });
  });
});

describe("Sidoarjo, 10 minutes published over 26 minutes of steps", () => {
  const whole = (): CaseStory =>
    new CaseStory(SIDOARJO)
      .after(580, done("form-electronic"))
      .after(45, done("report-number"))
      .after(200, photo)
      .after(100, checked)
      .after(290, printed)
      .after(60, cut)
      .after(70, laminated)
      .after(110, handedOver);

  it("gives two results, side by side: late by the total, in time by the steps", () => {
    const story = whole();

    expect(story.judged()).toMatchObject({
      isUnresolved: true,
      overall: "unresolved",
      published: { verdict: "late", limitSeconds: 600, elapsedMs: 1_455_000, leftMs: -855_000 },
      stepSum: { verdict: "met", limitSeconds: 1560, leftMs: 105_000 },
    });
  });

  it("judges every step, the joined one by the sum of its parts", () => {
    const story = whole();

    expect(story.verdicts()).toEqual({
      ...{ "form-electronic": "met", "report-number": "met", photo: "late", verify: "met", print: "met" },
      ...{ "cut-and-laminate": "late", handover: "met", receipt: "not-judged" },
    });
    expect(story.step("cut-and-laminate").parts).toMatchObject([
      { key: "cut", grossMs: 60_000 },
      { key: "laminate", grossMs: 70_000 },
    ]);
    expect(story.step("handover").allowanceSeconds).toBe(120);
    expect(story.timeline).toMatchObject({ applicantMs: 625_000, libraryMs: 830_000, gapMs: 0 });
  });

  it("gives one result where both agree", () => {
    const quick = new CaseStory(SIDOARJO)
      .after(300, photo)
      .after(60, checked)
      .after(60, printed)
      .after(60, laminated);
    expect(quick.after(60, handedOver).judged().overall).toBe("met");
    expect(whole().timeline.status).toBe("handed-over");
    expect(new CaseStory(SIDOARJO).after(1_561).judged().overall).toBe("late");
    expect(new CaseStory(SIDOARJO).after(599).judged().overall).toBe("running");
    expect(new CaseStory(SIDOARJO).after(601).judged().overall).toBe("unresolved");
  });

  it("judges the covered steps alone once the library has said which they are", () => {
    const story = whole();
    const covers = ["report-number", "print", "cut-and-laminate", "handover", "receipt"] as const;
    const answered = { ...SIDOARJO, version: 2, promise: { ...SIDOARJO.promise, covers } };
    const second = new CaseStory(answered);
    second.events.splice(0, 1, ...story.events);
    second.after(1_455);

    expect(second.judged()).toMatchObject({
      isUnresolved: false,
      overall: "met",
      published: { verdict: "met", elapsedMs: 575_000 },
      stepSum: { verdict: "not-judged" },
    });
  });

  it("says nothing of the online variant where the answer names steps of the other list", () => {
    const covers = ["report-number", "print", "cut-and-laminate", "handover", "receipt"] as const;
    const answered = { ...SIDOARJO, version: 2, promise: { ...SIDOARJO.promise, covers } };
    const story = new CaseStory(answered, { channel: "online", work: PLASTIC })
      .after(120, done("form-electronic"), photo, done("note-number"), done("report-number"))
      .after(900, printed, handedOver);

    expect(story.judged()).toMatchObject({
      overall: "not-judged",
      published: { verdict: "not-judged", limitSeconds: null, elapsedMs: 1_020_000 },
    });
  });

  it("leaves the online variant open: it has no times of its own", () => {
    const story = new CaseStory(SIDOARJO, { channel: "online", work: PLASTIC })
      .after(120, done("form-electronic"), photo, done("note-number"), done("report-number"))
      .after(100, printed);

    expect(story.timeline).toMatchObject({ status: "ready", now: "print-and-handover", nowWork: "handover" });
    expect(story.after(30, handedOver).judged()).toMatchObject({
      overall: "unresolved",
      published: { verdict: "met" },
      stepSum: { verdict: "not-judged", limitSeconds: null },
    });
  });
});

describe("Lebak, 24 minutes that add up", () => {
  it("measures print and hand-over apart, judges their sum, and laminates in between", () => {
    const story = new CaseStory(LEBAK)
      .after(55, intake)
      .after(280, done("form-electronic"))
      .after(200, done("data-entry"))
      .after(90, photo)
      .after(60, checked)
      .after(100, printed);
    expect(story.timeline).toMatchObject({ now: "cut", status: "open" });

    story.after(30, cut).after(200, laminated);
    expect(story.timeline).toMatchObject({ now: "print-and-handover", nowWork: "handover", status: "ready" });

    story.after(70, handedOver);
    expect(story.step("print-and-handover")).toMatchObject({ grossMs: 170_000, isAbandoned: false });
    expect(story.step("print-and-handover").parts).toMatchObject([{ grossMs: 100_000 }, { grossMs: 70_000 }]);
    expect(story.step("laminate")).toMatchObject({ grossMs: 200_000, allowanceSeconds: null });
    expect(story.verdicts()).toMatchObject({ "print-and-handover": "met", laminate: "not-judged" });
    expect(story.judged()).toMatchObject({
      overall: "met",
      published: { verdict: "met", limitSeconds: 1440, elapsedMs: 1_085_000 },
    });
  });

  it("may leave one of the two data entries out without losing the published total", () => {
    const story = new CaseStory(LEBAK, { work: PLASTIC }).after(60, intake).after(290, done("data-entry"));

    expect(story.step("form-electronic")).toMatchObject({ state: "not-needed", grossMs: null });
    expect(story.verdicts()["form-electronic"]).toBe("not-judged");
    expect(expectedSumSeconds(LEBAK, story.plan, story.timeline)).toBe(1440);
  });

  it("promises nothing for a renewal, and so nothing can be late", () => {
    const story = new CaseStory(LEBAK, { kind: "renewal", work: PLASTIC }).after(9_000, handedOver);
    expect(story.judged()).toMatchObject({ isCovered: false, overall: "not-judged" });
  });
});

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
