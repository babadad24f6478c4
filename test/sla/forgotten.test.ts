import { describe, expect, it } from "vitest";
import type { Calendar } from "../../src/sla/calendar.ts";
import { forgottenStep, isAbandonedCase, isAtWork } from "../../src/sla/forgotten.ts";
import {
  abandoned,
  BARITO,
  CaseStory,
  checked,
  done,
  handedOver,
  intake,
  JATENG,
  LEBAK,
  MOJOKERTO,
  PLASTIC,
  paused,
  photo,
  printed,
  resumed,
  SIDOARJO,
} from "./case-story.ts";

/** 08.00–16.00 every day, with a break on each. */
const hours = [
  ["08:00", "12:00"],
  ["13:00", "16:00"],
] as const;
const CALENDAR: Calendar = {
  version: "test",
  timeZone: "Asia/Jakarta",
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
  special: [],
  closures: [],
  observesCollectiveLeave: true,
  countsSaturday: true,
};

const forgotten = (story: CaseStory, calendar?: Calendar) =>
  forgottenStep(story.standard, story.timeline, calendar);

describe("a timer", () => {
  it("is forgotten past ten times its target, to the millisecond", () => {
    const story = new CaseStory(LEBAK).after(60, intake).after(3_000);
    expect(forgotten(story)).toBeUndefined();
    expect(forgotten(story.after(0.001))).toEqual({ step: "form-electronic", why: "past-target" });
  });

  it("is not taken from whoever works at a target of ten seconds", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(600);
    expect(story.step("intake").isAbandoned).toBe(true);
    expect(forgotten(story)).toBeUndefined();
    expect(forgotten(story.after(1))).toEqual({ step: "intake", why: "past-target" });
  });

  it("runs on an hour past closing, for whoever is being served then, and no longer", () => {
    // Half past three in Jakarta.
    const story = new CaseStory(MOJOKERTO, { kind: "renewal", start: "2026-02-05T08:30:00Z" });
    expect(forgotten(story.after(90 * 60), CALENDAR)).toBeUndefined();
    expect(forgotten(story.after(1), CALENDAR)).toEqual({ step: "data-entry", why: "past-closing" });
  });

  it("runs on over the noon break", () => {
    const story = new CaseStory(MOJOKERTO, { kind: "renewal", start: "2026-02-05T04:50:00Z" });
    expect(forgotten(story.after(3 * 3_600), CALENDAR)).toBeUndefined();
  });

  it("ends with the local day where nobody has said when the library closes", () => {
    const story = new CaseStory(MOJOKERTO, { kind: "renewal", start: "2026-02-05T08:30:00Z" });
    expect(forgotten(story.after(9.5 * 3_600))).toBeUndefined();
    expect(forgotten(story.after(1))).toMatchObject({ why: "past-closing" });
  });

  it("that was begun after closing ends with that day, not with the closing before it", () => {
    const story = new CaseStory(MOJOKERTO, { kind: "renewal", start: "2026-02-05T11:00:00Z" });
    expect(forgotten(story.after(3 * 3_600), CALENDAR)).toBeUndefined();
  });

  it("may lie over night where working days were promised, or it was asked for online", () => {
    expect(forgotten(new CaseStory(BARITO).after(40 * 3_600), CALENDAR)).toBeUndefined();
    const online = new CaseStory(MOJOKERTO, { kind: "renewal", channel: "online" });
    expect(forgotten(online.after(40 * 3_600), CALENDAR)).toBeUndefined();
  });

  it("of a paused case, or of a card that waits for its member, is not forgotten", () => {
    const away = new CaseStory(LEBAK).after(10, paused("applicant-away")).after(90_000);
    expect(forgotten(away, CALENDAR)).toBeUndefined();
    const ready = new CaseStory(MOJOKERTO, { kind: "renewal", work: PLASTIC });
    ready.after(60, done("data-entry")).after(60, photo).after(60, checked).after(60, printed);
    expect(ready.timeline.status).toBe("ready");
    expect(forgotten(ready.after(90_000), CALENDAR)).toBeUndefined();
  });
});

describe("a timer that the system has closed", () => {
  const told = () => new CaseStory(LEBAK).after(60, intake).after(3_100, abandoned("form-electronic"));

  it("leaves the work to be done, and takes no more time", () => {
    const story = told().after(500);
    expect(story.timeline.now).toBe("form-electronic");
    expect(story.step("form-electronic")).toMatchObject({
      ...{ grossMs: 3_100_000, isAbandoned: true, runningSince: null, state: "now" },
    });
    expect(story.timeline.gapMs).toBe(500_000);
    expect(forgotten(story)).toBeUndefined();
  });

  it("stays abandoned when the work is done after all, and the next step has its own time", () => {
    const story = told().after(500, done("form-electronic")).after(40, done("data-entry"));
    expect(story.step("form-electronic")).toMatchObject({
      grossMs: 3_100_000,
      isAbandoned: true,
      state: "done",
    });
    expect(story.step("data-entry")).toMatchObject({ grossMs: 40_000, isAbandoned: false });
  });

  it("runs again when somebody acts, and can be forgotten again", () => {
    const story = told().after(500, paused("other")).after(10, resumed).after(20);
    expect(story.step("form-electronic")).toMatchObject({ grossMs: 3_130_000, netMs: 3_120_000 });
    expect(story.step("form-electronic").runningSince).not.toBeNull();
  });

  it("is put right by a correction", () => {
    const story = told().after(5, {
      type: "case.stepCorrected",
      data: {
        ...{ step: "form-electronic", reason: "forgotten" },
        startedAt: "2026-02-05T02:01:00Z",
        endedAt: "2026-02-05T02:05:00Z",
      },
    });
    expect(story.step("form-electronic")).toMatchObject({ grossMs: 240_000, isAbandoned: false });
  });

  it("of another step than the one at hand is nobody's", () => {
    const story = new CaseStory(LEBAK).after(60, abandoned("photo"));
    expect(story.step("photo").isAbandoned).toBe(false);
    expect(story.step("intake").runningSince).not.toBeNull();
  });
});

describe("a case with a forgotten timer", () => {
  it("says nothing about the service once that timer alone took longer than the promise", () => {
    const story = new CaseStory(LEBAK).after(601, intake);
    expect(story.step("intake").isAbandoned).toBe(true);
    expect(isAbandonedCase(story.timeline, 1_440)).toBe(false);
    expect(isAbandonedCase(story.timeline, 600)).toBe(true);
  });

  it("without a promise in seconds has no such limit", () => {
    const story = new CaseStory(LEBAK).after(90_000, intake);
    expect(isAbandonedCase(story.timeline, null)).toBe(false);
  });

  it("is judged as every other when each step took its time", () => {
    const story = new CaseStory(SIDOARJO).after(601, handedOver);
    expect(isAbandonedCase(story.timeline, 600)).toBe(false);
  });
});

describe("somebody is at work on a case", () => {
  const atWork = (story: CaseStory) => isAtWork(story.standard, story.timeline, CALENDAR);
  /** Half past nine in Jakarta. */
  const start = "2026-02-05T02:30:00Z";

  it("for as long as a step's timer runs, however long ago it began", () => {
    expect(atWork(new CaseStory(BARITO, { start }).after(6 * 3_600))).toBe(true);
  });

  it("and not while it is paused, nor while its card waits for the member, nor once its timer was closed", () => {
    expect(atWork(new CaseStory(BARITO, { start }).after(60, paused("applicant-away")))).toBe(false);
    expect(
      atWork(new CaseStory(LEBAK, { start }).after(60, intake).after(3_100, abandoned("form-electronic"))),
    ).toBe(false);
  });

  it("and not when the library has closed since the step began, also where it may lie over night", () => {
    const story = new CaseStory(BARITO, { start }).after(7.5 * 3_600);
    expect(atWork(story)).toBe(true);
    expect(atWork(story.after(1))).toBe(false);
    expect(atWork(story.after(16 * 3_600))).toBe(false);
    expect(atWork(story.now(intake))).toBe(true);
  });
});
