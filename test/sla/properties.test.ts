import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/sla/apply-event.ts";
import { FIGURES, PAUSE_REASONS, STEP_KEYS } from "../../src/sla/case-event.ts";
import { newCase } from "../../src/sla/case-state.ts";
import { judgeCase } from "../../src/sla/case-verdict.ts";
import type { Work } from "../../src/sla/plan.ts";
import { PRESETS } from "../../src/sla/presets.ts";
import { foldCase, readTimeline, timeline } from "../../src/sla/timeline.ts";
import { against } from "../../src/sla/verdict.ts";
import {
  abandoned,
  CaseStory,
  called,
  cancelled,
  checked,
  cut,
  done,
  type Happening,
  handedOver,
  intake,
  laminated,
  madeReady,
  missed,
  notNeeded,
  paused,
  photo,
  photoDelivered,
  photoWith,
  printed,
  queued,
  resumed,
  revised,
  sent,
  spoiled,
  stepsDone,
  undone,
} from "./case-story.ts";

const step = fc.constantFrom(...STEP_KEYS);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom(
    intake,
    photo,
    photoDelivered,
    checked,
    revised,
    sent,
    printed,
    spoiled,
    undone("cut"),
    undone("laminate"),
    cut,
    laminated,
    resumed,
  ),
  step.map(abandoned),
  step.map(done),
  step.map(notNeeded),
  fc.uniqueArray(step, { minLength: 1, maxLength: 6 }).map((steps) => stepsDone(...steps)),
  fc.uniqueArray(step, { minLength: 1, maxLength: 6 }).map((steps) => photoWith(...steps)),
  fc.constantFrom(...PAUSE_REASONS).map(paused),
  fc.constantFrom(handedOver, madeReady, cancelled),
);
const seconds = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 90_000, noNaN: true }));
const work: fc.Arbitrary<Work> = fc.record({
  needsPhoto: fc.boolean(),
  route: fc.constantFrom<Work["route"][]>(
    [],
    ["cut"],
    ["cut", "laminate"],
    ["laminate", "cut"],
    ["laminate"],
  ),
});

/** What happens before the service, if anything does: any calls and absences after the ticket. */
const queueStory = fc.oneof(
  fc.constant([]),
  fc
    .array(fc.tuple(seconds, fc.constantFrom(called, missed)), { maxLength: 6 })
    .map((told) => [[0, queued] as const, ...told]),
);

/** A case under any of the five standards, told in any order, orderly or not. */
const story: fc.Arbitrary<CaseStory> = fc
  .record({
    standard: fc.constantFrom(...PRESETS),
    kind: fc.constantFrom("new" as const, "renewal" as const, "lost" as const),
    channel: fc.constantFrom("in-person" as const, "online" as const),
    work,
    queue: queueStory,
    opensAfter: seconds,
    told: fc.array(fc.tuple(seconds, happening), { maxLength: 25 }),
    rest: seconds,
  })
  .map(({ standard, told, rest, ...setting }) =>
    told.reduce((so, [after, what]) => so.after(after, what), new CaseStory(standard, setting)).after(rest),
  );

const check = (holds: (story: CaseStory) => void): void =>
  fc.assert(fc.property(story, holds), { numRuns: 400 });

/** Nobody says that work in progress was not needed, or that the card is ready without it, and no timer is closed. */
const noTimeIsDisowned = (so: CaseStory): boolean =>
  so.events.every(
    ({ type, data }) =>
      type !== "case.madeReady" &&
      type !== "case.stepAbandoned" &&
      !(type === "case.stepDone" && data.result === "not-needed"),
  );

/** The reading after each event, and a while after the last. */
const readings = (so: CaseStory): ReturnType<typeof timeline>[] =>
  [...so.events, so.moment].map((asOf, index) => timeline(so.plan, so.events.slice(0, index + 1), asOf));

describe("whatever happens in whatever order", () => {
  it("step times and gaps add up to the gross time, and no step takes more than the case", () => {
    check((so) => {
      const { steps, gapMs, grossMs, stretches } = so.timeline;
      const inSteps = steps.reduce((sum, step) => sum + (step.grossMs ?? 0), 0);
      expect(inSteps + gapMs).toBe(grossMs);
      expect(gapMs).toBeGreaterThanOrEqual(0);
      expect(stretches.reduce((sum, { from, to }) => sum + to.offsetMs - from.offsetMs, 0)).toBe(grossMs);
    });
  });

  it("there is no gap but the queue unless somebody said that a step was not needed or the card ready", () => {
    check((so) => {
      // A case that nobody hands over although nothing else is left belongs to no step either.
      fc.pre(
        noTimeIsDisowned(so) &&
          readings(so).every(({ now, status }) => now !== null || status === "handed-over"),
      );
      expect(so.timeline.gapMs).toBe(so.timeline.queueMs ?? 0);
    });
  });

  it("net is gross without the pauses, for the case and for every step", () => {
    check((so) => {
      const { grossMs, netMs, pauses, steps } = so.timeline;
      expect(netMs + pauses.reduce((sum, { ms }) => sum + ms, 0)).toBe(grossMs);
      for (const step of steps) expect(step.netMs ?? 0).toBeLessThanOrEqual(step.grossMs ?? 0);
    });
  });

  it("what is the library's, the applicant's and nobody's for a reason is no more than what the promise counts", () => {
    check((so) => {
      const { spent, published } = so.judged();
      const { libraryMs, applicantMs, pauses } = spent;
      const pausedMs = pauses.reduce((sum, { ms }) => sum + ms, 0);
      expect(libraryMs + applicantMs + pausedMs).toBeLessThanOrEqual(published.elapsedMs ?? 0);
    });
  });

  it("the wait ends where the service begins, and calling again takes nothing from either", () => {
    check((so) => {
      const { queueMs, marks, steps } = so.timeline;
      expect(queueMs ?? 0).toBe(marks.served.offsetMs - marks.start.offsetMs);
      for (const { settled } of steps)
        expect(settled?.offsetMs ?? Infinity).toBeGreaterThanOrEqual(marks.served.offsetMs);
      const calls = so.events.map(({ type }) => type);
      const lastMissed = calls.lastIndexOf("case.missed");
      const answered = so.events.find(({ type }, index) => type === "case.called" && index > lastMissed);
      if (queueMs !== null && answered) {
        const since = so.events[0]?.monotonicMs ?? 0;
        expect(Math.abs(queueMs - (answered.monotonicMs - since))).toBeLessThan(1);
      }
    });
  });

  it("the parts of a joined step add up to it", () => {
    check((so) => {
      for (const { parts, grossMs } of so.timeline.steps.filter((step) => step.parts.length > 0))
        expect(parts.reduce((sum, part) => sum + (part.grossMs ?? 0), 0)).toBe(grossMs ?? 0);
    });
  });

  it("a pause changes the gross time of nothing", () => {
    check((so) => {
      const unpaused = so.events.filter(({ type }) => type !== "case.paused" && type !== "case.resumed");
      const plain = timeline(so.plan, unpaused, so.moment);
      const tolerance = so.events.length;
      expect(Math.abs(plain.grossMs - so.timeline.grossMs)).toBeLessThanOrEqual(tolerance);
      expect(plain.steps.map(({ state }) => state)).toEqual(so.timeline.steps.map(({ state }) => state));
    });
  });

  it("events one by one, read in between, give the same as all at once", () => {
    check((so) => {
      let state = newCase(so.plan);
      for (const event of so.events) {
        state = applyEvent(state, Object.freeze(event));
        readTimeline(so.plan, state, so.moment);
      }
      expect(readTimeline(so.plan, state, so.moment)).toEqual(so.timeline);
    });
  });

  it("readings do not disturb each other, in whatever order they are taken", () => {
    fc.assert(
      fc.property(story, fc.shuffledSubarray([0, 1, 2, 3, 4]), (so, order) => {
        const state = foldCase(so.plan, so.events);
        const read = (index: number): unknown =>
          readTimeline(so.plan, state, {
            ...so.moment,
            at: new Date(so.moment.at.getTime() + index * 60_000),
            monotonicMs: so.moment.monotonicMs + index * 60_000,
          });
        const forward = [0, 1, 2, 3, 4].map(read);
        for (const index of order) expect(read(index)).toEqual(forward[index]);
      }),
      { numRuns: 100 },
    );
  });

  it("a case that is late stays late, by either figure, until it is cancelled", () => {
    check((so) => {
      for (const figure of FIGURES) {
        const verdicts = readings(so)
          // Before it is opened nobody knows whether anything was promised for it.
          .filter(({ status, service }) => service !== null && status !== "cancelled")
          .map((reading) => judgeCase(so.standard, so.plan, reading, { figure }).published.verdict);
        const firstLate = verdicts.indexOf("late");
        if (firstLate >= 0) expect(new Set(verdicts.slice(firstLate))).toEqual(new Set(["late"]));
      }
    });
  });

  it("a step that is late while it runs is late when it is done, unless it has more targets to meet by then", () => {
    check((so) => {
      fc.pre(noTimeIsDisowned(so));
      const all = readings(so).map((reading) => ({
        reading,
        verdict: judgeCase(so.standard, so.plan, reading, { figure: "gross" }),
      }));
      so.plan.forEach(({ key }, index) => {
        /** What the step had when it was found late while it ran; undefined where it was not. */
        let allowed: number | undefined;
        for (const { reading, verdict } of all) {
          const now = verdict.steps[index];
          const step = reading.steps[index];
          // Where a hand-over passes over half of a joined step, that half's time was never its own.
          const isWhole = step?.parts.every((part) => part.state === "done") ?? true;
          if (step?.state === "done" && allowed !== undefined && isWhole && step.sharesTimeWith === null) {
            const { allowanceSeconds: allowance, tookMs } = now!;
            if (allowance !== null && allowance <= allowed) {
              expect(now?.verdict).toBe("late");
            } else {
              // One act has ended others with it, which nobody could foresee: their targets count for the same time.
              expect(reading.steps.some(({ sharesTimeWith }) => sharesTimeWith === key)).toBe(true);
              expect(now?.verdict).toBe(against(tookMs!, allowance, true));
            }
          }
          allowed = now?.verdict === "late" ? (now.allowanceSeconds ?? undefined) : undefined;
        }
      });
    });
  });

  it("exactly one step is now while the case is open and something is left", () => {
    check((so) => {
      const { steps, now, nowWork, status } = so.timeline;
      const running = steps.filter(({ state }) => state === "now").map(({ key }) => key);
      expect(running).toEqual(now === null ? [] : [now]);
      expect(nowWork === null).toBe(now === null);
      if (status === "handed-over") expect(steps.some(({ state }) => state === "next")).toBe(false);
    });
  });

  it("READY comes no later than TAKEN", () => {
    check((so) => {
      const { readyAt, takenAt } = so.timeline;
      if (takenAt) expect(readyAt?.getTime()).toBeLessThanOrEqual(takenAt.getTime());
    });
  });
});
