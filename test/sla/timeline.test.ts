import { describe, expect, it } from "vitest";
import {
  BARITO,
  CaseStory,
  cancelled,
  checked,
  cut,
  done,
  handedOver,
  intake,
  JATENG,
  LEBAK,
  laminated,
  madeReady,
  notNeeded,
  PLASTIC,
  paused,
  photo,
  printed,
  resumed,
  SIDOARJO,
  sent,
  spoiled,
} from "./case-story.ts";

describe("a step", () => {
  it("starts when the one before it ended, and runs until asOf", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(10, intake).after(7);
    expect(story.step("intake")).toMatchObject({
      ...{ state: "done", grossMs: 10_000 },
      startedAt: new Date("2026-02-05T02:00:00Z"),
      endedAt: new Date("2026-02-05T02:00:10Z"),
    });
    expect(story.step("form-paper")).toMatchObject({ state: "now", grossMs: 7_000, endedAt: null });
    expect(story.step("form-paper").startedAt).toEqual(new Date("2026-02-05T02:00:10Z"));
    expect(story.step("form-electronic")).toMatchObject({ state: "next", grossMs: null, startedAt: null });
  });

  it("was not needed when a later one ended first, unless it is done after all", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(10, intake).after(60, photo);
    expect(story.step("verify").state).toBe("not-needed");
    expect(story.step("photo").grossMs).toBe(60_000);

    story.after(20, checked);
    expect(story.step("verify")).toMatchObject({ state: "done", grossMs: 20_000 });
    expect(story.timeline.now).toBe("print");
  });

  it("that the operator calls not needed leaves its time to nobody", () => {
    const story = new CaseStory(LEBAK, { work: PLASTIC })
      .after(10, intake)
      .after(30, notNeeded("form-electronic"));
    expect(story.step("form-electronic")).toMatchObject({ state: "not-needed", grossMs: null });
    expect(story.timeline).toMatchObject({ now: "data-entry", gapMs: 30_000, grossMs: 40_000 });
  });

  it("taken up again counts as a repeat, and the running step goes on from there", () => {
    const story = new CaseStory(SIDOARJO).after(100, photo).after(20, photo).after(5, checked);
    expect(story.step("photo")).toMatchObject({ grossMs: 120_000, repeats: 1 });
    expect(story.step("verify").grossMs).toBe(5_000);
    expect(story.timeline.rework).toEqual({ spoiledCards: 0, repeatedSteps: 1 });
  });

  it("is not repeated by a word that follows the act", () => {
    const story = new CaseStory(JATENG).after(10, intake, done("intake"));
    expect(story.step("intake")).toMatchObject({ repeats: 0, grossMs: 10_000 });
  });

  it("open for more than ten times its target is abandoned; the untimed never is", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(100);
    expect(story.step("intake").isAbandoned).toBe(false);
    expect(story.after(1).step("intake").isAbandoned).toBe(true);
    expect(story.after(1, intake).step("intake").isAbandoned).toBe(true);
    expect(new CaseStory(BARITO).after(90_000).step("form-paper").isAbandoned).toBe(false);
  });

  it("is not abandoned by a pause that has a reason", () => {
    const story = new CaseStory(JATENG).after(5, paused("missing-document")).after(5_000, resumed);
    expect(story.step("intake")).toMatchObject({ grossMs: 5_005_000, netMs: 5_000, isAbandoned: false });
  });
});

describe("a target", () => {
  it("is kept to its last millisecond", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(10);
    expect(story.verdicts()["intake"]).toBe("running");
    expect(story.after(0, intake).verdicts()["intake"]).toBe("met");
    expect(new CaseStory(JATENG).after(10.001, intake).verdicts()["intake"]).toBe("late");
  });

  it("is not called missed while the act that ends the step may still end its neighbour too", () => {
    const check = new CaseStory(JATENG, { work: PLASTIC })
      .after(5, intake, done("form-electronic"))
      .after(100);
    expect(check.verdicts()["verify"]).toBe("running");
    expect(check.after(0, checked).verdicts()["verify"]).toBe("late");
  });
});

describe("a spoiled card", () => {
  it("opens the print and all that follows, keeps the clock and counts the rework", () => {
    const story = new CaseStory(SIDOARJO)
      .after(100, photo, checked)
      .after(200, printed)
      .after(30, cut)
      .after(10, spoiled);
    expect(story.timeline).toMatchObject({ now: "print", status: "open", readyAt: null });
    expect(story.step("print")).toMatchObject({ state: "now", repeats: 1, grossMs: 200_000 });
    expect(story.step("cut-and-laminate")).toMatchObject({ state: "next", grossMs: 40_000, repeats: 2 });

    story.after(60, printed).after(30, cut).after(20, laminated).after(15, handedOver);
    expect(story.step("print")).toMatchObject({ state: "done", grossMs: 260_000 });
    expect(story.step("cut-and-laminate").grossMs).toBe(90_000);
    expect(story.timeline).toMatchObject({ grossMs: 465_000, gapMs: 0, rework: { spoiledCards: 1 } });
  });

  it("takes READY back, even after the case was made ready", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC }).after(300, printed, madeReady).after(10, spoiled);
    expect(story.timeline).toMatchObject({ status: "open", readyAt: null });
    story.after(600, printed);
    expect(story.timeline.status).toBe("ready");
    expect(story.judged().published).toMatchObject({ verdict: "late", elapsedMs: 910_000 });
  });

  it("leaves alone what the operator had called not needed", () => {
    const story = new CaseStory(JATENG)
      .after(300, printed)
      .after(1, notNeeded("cut"))
      .after(9, laminated)
      .after(9, spoiled);
    story.after(50, printed);
    expect(story.step("cut").state).toBe("not-needed");
    expect(story.timeline.now).toBe("laminate");
  });

  it("tells the machine's time from the operator's", () => {
    const story = new CaseStory(JATENG, { work: PLASTIC })
      .after(20, photo)
      .after(30, sent)
      .after(45, printed);
    expect(story.timeline.machineMs).toBe(45_000);
    expect(story.step("print").grossMs).toBe(75_000);
    story.after(5, spoiled).after(5, sent).after(40, printed);
    expect(story.timeline.machineMs).toBe(85_000);
  });
});

describe("a case", () => {
  it("is ready when everything before the hand-over is done, and taken when handed over", () => {
    const story = new CaseStory(SIDOARJO).after(100, printed).after(10, cut);
    expect(story.timeline).toMatchObject({ status: "open", readyAt: null });
    story.after(10, laminated);
    expect(story.timeline).toMatchObject({
      status: "ready",
      readyAt: new Date("2026-02-05T02:02:00Z"),
      takenAt: null,
    });
    story.after(60, handedOver).after(999);
    expect(story.timeline).toMatchObject({ status: "handed-over", now: null, grossMs: 180_000 });
    expect(story.timeline.takenAt).toEqual(new Date("2026-02-05T02:03:00Z"));
  });

  it("is ready when somebody says so, whatever was still open", () => {
    const story = new CaseStory(SIDOARJO).after(100, printed).after(10, madeReady).after(5);
    expect(story.timeline).toMatchObject({ status: "ready", now: "handover", gapMs: 10_000 });
    expect(story.step("cut-and-laminate").state).toBe("not-needed");
    expect(story.step("handover").grossMs).toBe(5_000);
  });

  it("stands still after its end, but can still be corrected", () => {
    const story = new CaseStory(SIDOARJO)
      .after(100, printed)
      .after(10, handedOver)
      .after(50, photo)
      .after(9, cancelled);
    expect(story.timeline).toMatchObject({ status: "handed-over", grossMs: 110_000 });
    expect(story.step("photo").state).toBe("not-needed");
  });

  it("that is cancelled is not judged", () => {
    const story = new CaseStory(SIDOARJO).after(900, done("form-electronic")).after(30, cancelled).after(60);
    expect(story.timeline).toMatchObject({ status: "cancelled", grossMs: 930_000, now: null });
    expect(story.step("report-number")).toMatchObject({ state: "next", grossMs: 30_000 });
    expect(story.judged()).toMatchObject({ overall: "not-judged", published: { verdict: "not-judged" } });
    expect(story.verdicts()).toMatchObject({ "form-electronic": "late", "report-number": "not-judged" });
  });

  it("without any event yet is open and has taken no time", () => {
    const story = new CaseStory(JATENG);
    story.events.length = 0;
    expect(story.timeline).toMatchObject({ status: "open", now: "intake", grossMs: 0, service: null });
  });
});

describe("the clock", () => {
  it("measures by monotonic time and says so when the wall clock jumps", () => {
    const story = new CaseStory(SIDOARJO).after(100).jumpWall(-3_600).after(0, photo).after(50);
    expect(story.timeline).toMatchObject({ grossMs: 150_000, isClockSuspect: true });
    expect(story.step("photo").grossMs).toBe(100_000);
  });

  it("bears two seconds of difference", () => {
    expect(new CaseStory(SIDOARJO).jumpWall(2).after(10, photo).timeline.isClockSuspect).toBe(false);
    expect(new CaseStory(SIDOARJO).jumpWall(2.001).after(10, photo).timeline.isClockSuspect).toBe(true);
  });

  it("falls back to the wall over a restart, and never runs backwards", () => {
    const forward = new CaseStory(SIDOARJO).after(60, photo).restart("boot-2").after(40, checked).after(10);
    expect(forward.timeline).toMatchObject({ grossMs: 110_000, isClockSuspect: false });

    const backward = new CaseStory(SIDOARJO)
      .after(60, photo)
      .restart("boot-2")
      .jumpWall(-86_400)
      .after(40, checked);
    expect(backward.timeline).toMatchObject({ grossMs: 60_000, isClockSuspect: true });
    expect(backward.after(10).timeline.grossMs).toBe(70_000);
  });

  it("is suspect already while the step still runs", () => {
    expect(new CaseStory(SIDOARJO).after(5).jumpWall(60).timeline.isClockSuspect).toBe(true);
  });
});
