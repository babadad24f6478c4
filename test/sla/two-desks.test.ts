import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../src/sla/case-event.ts";
import { planFor } from "../../src/sla/plan.ts";
import { type Timeline, timeline } from "../../src/sla/timeline.ts";
import { LEBAK, PLASTIC } from "./case-story.ts";

const PLAN = planFor(LEBAK, { kind: "new", channel: "in-person", work: PLASTIC });
const NINE = Date.parse("2026-02-05T02:00:00Z");
const MINUTE = 60_000;

/** Two PCs whose clocks differ: real minutes since nine, what the second one's wall clock is wrong by, and its own count. */
function toldWith(secondIsWrongByMinutes: number): Timeline {
  const at = (desk: 1 | 2, minute: number) => ({
    at: new Date(NINE + (minute + (desk === 2 ? secondIsWrongByMinutes : 0)) * MINUTE),
    monotonicMs: (desk === 1 ? 500 : 90_000) + minute * MINUTE,
    bootId: `boot-${desk}`,
  });
  const opening = { kind: "new", channel: "in-person", standardId: LEBAK.id, standardVersion: 1 } as const;
  const done = (step: "form-electronic" | "data-entry") => ({ step, result: "done" }) as const;
  const events: readonly CaseEvent[] = [
    { type: "case.opened", data: opening, ...at(1, 0) },
    { type: "case.requirementsChecked", data: { documents: [] }, ...at(1, 1) },
    { type: "case.passedOn", data: {}, ...at(1, 2) },
    { type: "case.takenOver", data: {}, ...at(2, 3) },
    { type: "case.stepDone", data: done("form-electronic"), ...at(2, 6) },
    { type: "case.passedOn", data: {}, ...at(2, 6) },
    { type: "case.takenOver", data: {}, ...at(1, 8) },
    { type: "case.stepDone", data: done("data-entry"), ...at(1, 12) },
  ];
  return timeline(PLAN, events, at(1, 12));
}

const minutes = ({ steps }: Timeline): readonly (number | null)[] =>
  steps.slice(0, 3).map(({ grossMs }) => grossMs && grossMs / MINUTE);

describe("a case that goes to another desk and comes back", () => {
  it("is measured through where the clocks agree: nothing stops while it changes hands", () => {
    const whole = toldWith(0);
    expect(minutes(whole)).toEqual([1, 5, 6]);
    expect(whole.grossMs).toBe(12 * MINUTE);
    expect(whole.isClockSuspect).toBe(false);
  });

  it("takes as long as the first desk has counted, also where the second one's clock is far off, and says so", () => {
    for (const wrong of [-45, -5, 5, 45]) {
      const whole = toldWith(wrong);
      expect(whole.isClockSuspect).toBe(true);
      expect(whole.steps.every(({ grossMs }) => (grossMs ?? 0) >= 0)).toBe(true);
      expect(minutes(whole)[0]).toBe(1);
      // A slow clock costs nothing but the minutes in between; a fast one is never made undone, only marked.
      if (wrong < 0) expect(whole.grossMs).toBe(12 * MINUTE);
      else expect(whole.grossMs).toBeGreaterThanOrEqual(12 * MINUTE);
    }
  });
});
