import { describe, expect, it } from "vitest";
import type { CaseView, StepView } from "../../src/bridge/protocol/shapes.ts";
import { promisePace, stepPace } from "../../web/console/desk/pace.ts";
import { verdictsOf } from "../../web/console/desk/verdict.ts";
import { FakeDesk, MEMBERS } from "./fake-desk.ts";

const STANDARD = "id.sidoarjo.kta-dan-kta-online";

/** A case of the fake desk whose first step has a minute, and whose promise has ten. */
function someCase(more: Partial<CaseView> = {}, step: Partial<StepView> = {}): CaseView {
  const view = new FakeDesk().open(MEMBERS[0]!, "new", "in-person", STANDARD);
  const [first, ...rest] = view.steps;
  return {
    ...view,
    steps: [{ ...first!, state: "now", targetSeconds: 60, tookMs: 0, ...step }, ...rest],
    standard: { ...view.standard, publishedSeconds: 600, stepSumSeconds: null },
    promise: { ...view.promise, published: "running", stepSum: "not-judged", leftMs: 600_000 },
    ...more,
  };
}
const later = (view: CaseView, seconds: number) => ({ view, sinceMs: seconds * 1_000 });

describe("how a case stands to its times", () => {
  it("is calm, then near from four fifths of the step's target on, then over", () => {
    const view = someCase();
    expect([48, 49, 60, 61].map((seconds) => stepPace(later(view, seconds)).pace)).toEqual([
      ...["calm", "near", "near", "over"],
    ]);
    expect(stepPace(later(view, 50)).leftMs).toBe(10_000);
    expect(stepPace(later(view, 75)).leftMs).toBe(-15_000);
  });

  it("hurries nobody in a pause, at a step without a target, or after its timer was closed", () => {
    const late = someCase({ status: "paused" }, { tookMs: 90_000 });
    expect(stepPace(later(late, 90)).pace).toBe("calm");
    expect(promisePace(later(someCase({ status: "paused" }), 900))).toBe("calm");
    expect(stepPace(later(someCase({}, { targetSeconds: null }), 900)).pace).toBe("calm");
    expect(stepPace(later(someCase({}, { isTimerClosed: true }), 900)).pace).toBe("calm");
  });

  it("is near and over by the promise too", () => {
    const view = someCase();
    expect([480, 481, 600, 601].map((seconds) => promisePace(later(view, seconds)))).toEqual([
      ...["calm", "near", "near", "over"],
    ]);
  });

  it("goes by the due time where the promise is one working day", () => {
    const openedAt = "2026-02-05T02:00:00.000Z";
    const view = someCase({
      ...{ openedAt, asOf: openedAt },
      standard: { ...someCase().standard, publishedSeconds: null, stepSumSeconds: null },
      promise: {
        ...someCase().promise,
        dueAt: "2026-02-06T12:00:00.000Z",
        leftMs: null,
        stepSum: "not-judged",
      },
    });
    const hours = (count: number) => later(view, count * 3_600);
    // 34 hours in all.
    expect([27, 28, 33, 35].map((count) => promisePace(hours(count)))).toEqual([
      ...["calm", "near", "near", "over"],
    ]);
    expect(verdictsOf(hours(35)).published.standing).toBe("late");
  });
});
