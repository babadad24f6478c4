import { describe, expect, it } from "vitest";
import {
  CaseStory,
  done,
  intake,
  JATENG,
  LEBAK,
  photo,
  photoDelivered,
  photoWith,
  SIDOARJO,
  stepsDone,
} from "./case-story.ts";

describe("one act that ends several steps", () => {
  it("gives them one time, judged against all of their targets together", () => {
    const story = new CaseStory(LEBAK).after(200, stepsDone("intake", "form-electronic", "data-entry"));
    expect(story.step("intake")).toMatchObject({ state: "done", grossMs: 200_000 });
    expect(story.step("form-electronic")).toMatchObject({
      ...{ state: "done", grossMs: null, sharesTimeWith: "intake" },
    });
    const targets = LEBAK.procedures[0]?.steps.slice(0, 3).map(({ target }) => target?.seconds ?? 0) ?? [];
    expect(story.step("intake").allowanceSeconds).toBe(targets.reduce((sum, one) => sum + one, 0));
    expect(story.timeline.now).toBe("photo");
  });

  it("leaves what is already done as it is", () => {
    const story = new CaseStory(LEBAK).after(60, intake).after(90, stepsDone("intake", "form-electronic"));
    expect(story.step("intake")).toMatchObject({ grossMs: 60_000, repeats: 0 });
    expect(story.step("form-electronic")).toMatchObject({ grossMs: 90_000, sharesTimeWith: null });
    expect(story.after(5, stepsDone("intake", "form-electronic")).timeline.rework.repeatedSteps).toBe(0);
  });

  it("may be the photo, with what a card asked for in one gesture leaves behind", () => {
    const also = ["form-electronic", "report-number", "verify"] as const;
    const story = new CaseStory(SIDOARJO).after(300, photoWith(...also));
    expect(story.timeline.now).toBe("print");
    expect(story.step("form-electronic").grossMs).toBe(300_000);
    for (const key of ["report-number", "photo", "verify"] as const)
      expect(story.step(key)).toMatchObject({ state: "done", sharesTimeWith: "form-electronic" });
  });

  it("takes the time of what it ends first, not of a photo taken before", () => {
    const story = new CaseStory(LEBAK)
      .after(30, stepsDone("intake", "form-electronic", "data-entry"))
      .after(40, photo)
      .after(50, photoWith("verify"));
    expect(story.step("photo")).toMatchObject({ grossMs: 40_000, repeats: 0 });
    expect(story.step("verify").grossMs).toBe(50_000);
  });
});

describe("a photo that arrives in INLISLite", () => {
  it("ends no step and takes no time", () => {
    const told = (story: CaseStory): CaseStory => story.after(20, done("form-paper")).after(10, photo);
    const without = told(new CaseStory(JATENG).after(10, intake));
    const beside = told(new CaseStory(JATENG).after(5, photoDelivered).after(5, intake, photoDelivered));
    // It is a reading of the clocks like any other, so only the stretches between readings are more.
    const { stretches: _, ...expected } = without.timeline;
    expect(beside.now(photoDelivered).timeline).toMatchObject(expected);
  });
});

describe("the work ahead", () => {
  it("is what is neither done nor passed over, in order, and nothing once the case is closed", () => {
    const story = new CaseStory(SIDOARJO).after(10, done("form-electronic"));
    expect(story.timeline.ahead).toEqual([
      ...["report-number", "photo", "verify", "print", "cut", "laminate", "handover", "receipt"],
    ]);
    expect(story.timeline.nowWork).toBe(story.timeline.ahead[0]);
    expect(story.now({ type: "case.cancelled", data: { reason: "gone" } }).timeline.ahead).toEqual([]);
  });
});
