import { describe, expect, it } from "vitest";
import { expectedSumSeconds } from "../../src/sla/promise-verdict.ts";
import {
  CaseStory,
  checked,
  cut,
  done,
  handedOver,
  intake,
  JATENG,
  LEBAK,
  laminated,
  PLASTIC,
  paused,
  photo,
  printed,
  resumed,
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

  it("leaves the wait of a finished card for its member out of whose time it was, however long that is", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC });
    story.after(10, intake).after(400, done("form-electronic")).after(60, checked).after(30, photo);
    story.after(10, printed);
    const spent = { libraryMs: 100_000, applicantMs: 410_000, pauses: [] };
    expect(story.judged()).toMatchObject({ spent, published: { elapsedMs: 510_000 } });
    story.after(3_600, paused("applicant-away")).after(19 * 3_600, resumed);
    expect(story.judged()).toMatchObject({ spent, published: { elapsedMs: 510_000 } });
    story.after(60, handedOver);
    expect(story.judged()).toMatchObject({ spent, published: { elapsedMs: 510_000 } });
    // The step itself took as long as it took.
    expect(story.step("handover")).toMatchObject({ grossMs: 72_060_000, netMs: 3_660_000 });
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
    expect(story.judged().spent).toEqual({ applicantMs: 625_000, libraryMs: 830_000, pauses: [] });
    expect(story.timeline.gapMs).toBe(0);
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
