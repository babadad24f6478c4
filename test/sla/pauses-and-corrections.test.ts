import { describe, expect, it } from "vitest";
import {
  CaseStory,
  corrected,
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
  SIDOARJO,
} from "./case-story.ts";

describe("a pause", () => {
  it("stops the net clock and not the gross one, by reason", () => {
    const story = new CaseStory(SIDOARJO)
      .after(100, paused("waiting-photo"))
      .after(40, resumed)
      .after(10, paused("power-cut"))
      .after(25);
    expect(story.timeline).toMatchObject({
      status: "paused",
      pausedFor: "power-cut",
      grossMs: 175_000,
      netMs: 110_000,
    });
    expect(story.timeline.pauses).toEqual([
      { reason: "waiting-photo", ms: 40_000 },
      { reason: "power-cut", ms: 25_000 },
    ]);
    expect(story.step("form-electronic")).toMatchObject({ grossMs: 175_000, netMs: 110_000 });
  });

  it("with another reason takes the place of the first", () => {
    const story = new CaseStory(SIDOARJO)
      .after(10, paused("other"))
      .after(10, paused("office-closed"))
      .after(10, resumed, resumed);
    expect(story.timeline.pauses).toEqual([
      { reason: "other", ms: 10_000 },
      { reason: "office-closed", ms: 10_000 },
    ]);
    expect(story.timeline.status).toBe("open");
  });

  it("saves a case only where the library judges the net time", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC })
      .after(600, intake)
      .after(1, paused("applicant-away"))
      .after(600, resumed);
    story.after(100, printed);
    expect(story.judged({ figure: "gross" }).overall).toBe("late");
    expect(story.judged({ figure: "net" })).toMatchObject({
      overall: "met",
      published: { elapsedMs: 701_000 },
    });
    const dueAt = story.judged({ figure: "net" }).published.dueAt?.getTime() ?? 0;
    expect(dueAt - story.timeline.openedAt.getTime()).toBe(1_440_000);
  });
});

describe("a correction", () => {
  it("speaks for its own step: the rest of the time belongs to nobody", () => {
    const story = new CaseStory(SIDOARJO)
      .after(60, done("form-electronic"))
      .after(600, done("report-number"))
      .after(60, photo);
    story.now(corrected("report-number", "2026-02-05T02:01:00Z", "2026-02-05T02:02:30Z"));
    expect(story.step("report-number")).toMatchObject({ grossMs: 90_000, isCorrected: true });
    expect(story.step("photo")).toMatchObject({ grossMs: 60_000, isCorrected: false });
    expect(story.timeline).toMatchObject({ grossMs: 720_000, gapMs: 510_000 });
  });

  it("after the end moves the end, for a hand-over that was recorded in the evening", () => {
    const story = new CaseStory(LEBAK, { work: PLASTIC }).after(600, printed).after(28_800, handedOver);
    expect(story.judged().overall).toBe("late");
    story.after(60, corrected("print-and-handover", "2026-02-05T02:08:00Z", "2026-02-05T02:12:00Z"));
    expect(story.timeline).toMatchObject({ grossMs: 720_000, takenAt: new Date("2026-02-05T02:12:00Z") });
    expect(story.judged().overall).toBe("met");
  });

  it("moves READY with the step that made it, and the start with an earlier start", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(10, intake).after(1_000, printed);
    story.after(5, corrected("print", "2026-02-05T02:05:00Z", "2026-02-05T02:06:00Z"));
    expect(story.timeline.readyAt).toEqual(new Date("2026-02-05T02:06:00Z"));
    story.now(corrected("intake", "2026-02-05T01:59:00Z", "2026-02-05T02:00:10Z"));
    expect(story.judged().published.elapsedMs).toBe(420_000);
    expect(story.timeline.openedAt).toEqual(new Date("2026-02-05T01:59:00Z"));
  });

  it("of a forgotten step makes it done; of the running one, makes way for the next", () => {
    const story = new CaseStory(LEBAK, { work: PLASTIC }).after(60, done("data-entry"));
    story.after(5, corrected("intake", "2026-02-05T02:00:00Z", "2026-02-05T02:00:20Z"));
    expect(story.step("intake")).toMatchObject({ state: "done", grossMs: 20_000 });
    story.after(5, corrected("photo", "2026-02-05T02:01:02Z", "2026-02-05T02:01:07Z"));
    expect(story.timeline.now).toBe("verify");
    expect(story.step("photo").grossMs).toBe(5_000);
  });

  it("of a hand-over that two steps share, or of one part, is understood", () => {
    const story = new CaseStory(SIDOARJO)
      .after(60, printed)
      .after(60, cut)
      .after(60, laminated)
      .after(60, handedOver);
    story.now(corrected("cut", "2026-02-05T02:01:00Z", "2026-02-05T02:01:30Z"));
    expect(story.step("cut-and-laminate")).toMatchObject({ grossMs: 90_000, isCorrected: true });
    story.now(corrected("handover", "2026-02-05T02:03:00Z", "2026-02-05T02:03:20Z"));
    expect(story.timeline.takenAt).toEqual(new Date("2026-02-05T02:03:20Z"));
  });

  it("of the second of two steps that one act ended moves the end: it is measured, and the promise runs until then", () => {
    const story = new CaseStory(SIDOARJO).after(300, printed).after(60, cut).after(60, laminated);
    story.after(60, handedOver);
    expect(story.judged().published).toMatchObject({ verdict: "met", elapsedMs: 480_000 });
    story.after(600, corrected("receipt", "2026-02-05T02:08:00Z", "2026-02-05T02:10:01Z"));
    expect(story.step("receipt")).toMatchObject({ grossMs: 121_000, isCorrected: true });
    expect(story.step("handover")).toMatchObject({ grossMs: 60_000, isCorrected: false });
    expect(story.timeline).toMatchObject({ grossMs: 601_000, takenAt: new Date("2026-02-05T02:10:01Z") });
    expect(story.judged().published).toMatchObject({ verdict: "late", elapsedMs: 601_000 });
  });
});
