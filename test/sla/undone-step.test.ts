import { describe, expect, it } from "vitest";
import { CaseStory, checked, cut, laminated, photo, printed, SIDOARJO, undone } from "./case-story.ts";

/** As far as the knife, at 165 s. */
const printedCase = () => new CaseStory(SIDOARJO).after(100, photo, checked).after(65, printed);

describe("a step that was ended by mistake", () => {
  it("runs on from where it began, as if nothing had been said", () => {
    const plain = printedCase().after(60).after(30);
    const mistaken = printedCase().after(60, cut).after(3, undone("cut")).after(27);
    expect(mistaken.timeline.steps).toEqual(plain.timeline.steps);
    expect(mistaken.timeline).toMatchObject({ nowWork: "cut", gapMs: plain.timeline.gapMs });
  });

  it("takes back that the card was ready, and counts nothing as done twice", () => {
    const story = printedCase().after(60, cut).after(90, laminated);
    expect(story.timeline.status).toBe("ready");
    story.after(4, undone("laminate"));
    expect(story.timeline).toMatchObject({ status: "open", nowWork: "laminate", readyAt: null });
    story.after(20, laminated);
    expect(story.timeline).toMatchObject({ status: "ready", rework: { spoiledCards: 0, repeatedSteps: 0 } });
    expect(story.timeline.readyAt?.getTime()).toBe(story.timeline.openedAt.getTime() + 339_000);
  });

  it("stays ended once other work has ended since", () => {
    const story = printedCase().after(60, cut).after(90, laminated).after(2, undone("cut"));
    expect(story.step("cut-and-laminate").state).toBe("done");
    expect(story.timeline.status).toBe("ready");
  });

  it("leaves alone what was never ended", () => {
    const before = printedCase().after(5).timeline;
    expect(printedCase().after(5, undone("cut")).timeline.steps).toEqual(before.steps);
  });
});
