import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/kernel/types.ts";
import { BusinessHours } from "../../src/sla/business-days.ts";
import type { Calendar } from "../../src/sla/calendar.ts";
import type { ComplaintEvent } from "../../src/sla/complaint.ts";
import { complaintSteps } from "../../src/sla/complaint-steps.ts";
import { type ComplaintTimeline, complaintTimeline } from "../../src/sla/complaint-timeline.ts";
import { type ComplaintJudging, judgeComplaint } from "../../src/sla/complaint-verdict.ts";
import { PRESETS } from "../../src/sla/presets.ts";
import type { Standard, WeeklyHours } from "../../src/sla/standard.ts";

const standardOf = (part: string): Standard => {
  const found = PRESETS.find(({ id }) => id.includes(part));
  if (!found) throw new Error(`no preset of ${part}`);
  return found;
};
const LEBAK = complaintSteps(standardOf("lebak"));

const HOURS: WeeklyHours = {
  ...{ mon: [["08:00", "16:00"]], tue: [["08:00", "16:00"]], wed: [["08:00", "16:00"]] },
  ...{ thu: [["08:00", "16:00"]], fri: [["08:00", "16:00"]], sat: [], sun: [] },
};
const CALENDAR: Calendar = {
  ...{ version: "site@1", timeZone: "Asia/Jakarta", weekly: HOURS, special: [] },
  closures: [{ date: "2026-02-17" as LocalDate, kind: "holiday" }],
  ...{ observesCollectiveLeave: true, countsSaturday: true },
};
const hours = new BusinessHours(CALENDAR);
const GROSS: ComplaintJudging = { figure: "gross", hours };
const NET: ComplaintJudging = { figure: "net", hours };

type Happening = Pick<ComplaintEvent, "type" | "data">;
/** Wall time in WIB, and what happened then. The monotonic clock follows the wall unless it is given, in seconds. */
type Line = readonly [at: string, event: Happening | "now", seconds?: number];

const wib = (at: string): Date => new Date(`${at}+07:00`);

function told(...lines: readonly Line[]): ComplaintTimeline {
  const [first] = lines;
  const startMs = wib(first?.[0] ?? "2026-02-06T09:00:00").getTime();
  const moments = lines.map(([at, event, seconds]) => ({
    ...{ at: wib(at), bootId: "boot-1" },
    monotonicMs: seconds === undefined ? wib(at).getTime() - startMs : seconds * 1_000,
    event,
  }));
  const events = moments.flatMap(({ event, ...moment }) =>
    event === "now" ? [] : [{ ...moment, ...event } as ComplaintEvent],
  );
  const asOf = moments.at(-1);
  if (!asOf) throw new Error("nothing told");
  return complaintTimeline(
    LEBAK.map(({ seq }) => seq),
    events,
    asOf,
  );
}

const received: Happening = { type: "complaint.received", data: {} };
const start = (step: number): Happening => ({ type: "complaint.stepStarted", data: { step } });
const end = (step: number): Happening => ({ type: "complaint.stepEnded", data: { step } });
const paused: Happening = { type: "complaint.paused", data: { reason: "waiting-complainant" } };
const resumed: Happening = { type: "complaint.resumed", data: {} };
const answered: Happening = { type: "complaint.answered", data: { by: "phone", file: null } };
const closed: Happening = { type: "complaint.closed", data: { outcome: "remedied" } };
const reopened: Happening = { type: "complaint.reopened", data: {} };
const withdrawn: Happening = { type: "complaint.withdrawn", data: {} };

const verdictOf = (timeline: ComplaintTimeline, limitDays: number | null, judging = GROSS) =>
  judgeComplaint(LEBAK, timeline, limitDays, judging);
const stepOf = (timeline: ComplaintTimeline, step: number) => ({
  timing: timeline.steps.find((one) => one.step === step),
  judged: verdictOf(timeline, null).steps.find((one) => one.step === step),
});

describe("the procedure by which complaints are handled", () => {
  it("is Lebak's own: eight steps of 1, 5, 1, 5, 1, as needed, 2 and 1 minutes, sixteen in all", () => {
    const seconds = LEBAK.map(({ target }) => target?.seconds ?? null);
    expect(seconds).toEqual([60, 300, 60, 300, 60, null, 120, 60]);
    expect(seconds.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(16 * 60);
  });

  it("is three untimed steps in Barito Utara, and one of ours where the document names none", () => {
    expect(complaintSteps(standardOf("barito")).map(({ target }) => target)).toEqual([null, null, null]);
    for (const silent of ["mojokerto", "jateng", "sidoarjo"])
      expect(complaintSteps(standardOf(silent))).toMatchObject([{ seq: 1, text: "", target: null }]);
  });
});

describe("a step of the procedure", () => {
  it("is in time to the last second of its target, and late a second after it", () => {
    const timeline = told(
      ["2026-02-06T09:00:00", received],
      ["2026-02-06T09:00:10", start(1)],
      ["2026-02-06T09:01:10", end(1)],
      ["2026-02-06T09:02:00", start(3)],
      ["2026-02-06T09:03:01", end(3)],
      ["2026-02-06T09:10:00", "now"],
    );
    expect(stepOf(timeline, 1).judged).toMatchObject({ tookMs: 60_000, verdict: "met" });
    expect(stepOf(timeline, 3).judged).toMatchObject({ tookMs: 61_000, verdict: "late" });
    expect(stepOf(timeline, 2).judged).toMatchObject({ tookMs: null, verdict: "not-judged" });
  });

  it("has a time and no verdict where the document says `as needed`", () => {
    const timeline = told(
      ["2026-02-06T09:00:00", received],
      ["2026-02-06T09:00:00", start(6)],
      ["2026-02-09T11:00:00", end(6)],
      ["2026-02-09T12:00:00", "now"],
    );
    expect(stepOf(timeline, 6).judged).toMatchObject({
      ...{ tookMs: 74 * 3_600_000, verdict: "not-judged", isAbandoned: false },
    });
  });

  it("stands still for the net figure while the complaint is paused, and runs on for the gross", () => {
    const timeline = told(
      ["2026-02-06T09:00:00", received],
      ["2026-02-06T09:00:00", start(2)],
      ["2026-02-06T09:01:00", paused],
      ["2026-02-06T09:11:00", resumed],
      ["2026-02-06T09:13:00", end(2)],
      ["2026-02-06T09:13:00", "now"],
    );
    expect(stepOf(timeline, 2).timing).toMatchObject({ grossMs: 13 * 60_000, netMs: 3 * 60_000 });
    expect(verdictOf(timeline, null, NET).steps[1]?.verdict).toBe("met");
    expect(verdictOf(timeline, null, GROSS).steps[1]?.verdict).toBe("late");
  });

  it("that ran over night was forgotten, and is in no average; a correction puts it right", () => {
    const forgotten = told(
      ["2026-02-06T15:50:00", received],
      ["2026-02-06T15:50:00", start(3)],
      ["2026-02-07T08:00:00", end(3)],
      ["2026-02-07T08:00:00", "now"],
    );
    expect(stepOf(forgotten, 3).judged?.isAbandoned).toBe(true);
    const times = { startedAt: wib("2026-02-06T15:50:00"), endedAt: wib("2026-02-06T15:50:45") };
    const data = { step: 3, startedAt: times.startedAt.toISOString(), endedAt: times.endedAt.toISOString() };
    const corrected = told(
      ["2026-02-06T15:50:00", received],
      ["2026-02-06T15:50:00", start(3)],
      ["2026-02-07T08:00:00", { type: "complaint.stepCorrected", data }],
      ["2026-02-07T09:00:00", "now"],
    );
    expect(stepOf(corrected, 3).judged).toMatchObject({ tookMs: 45_000, verdict: "met", isAbandoned: false });
    expect(stepOf(corrected, 3).timing).toMatchObject({ state: "done", isCorrected: true });
  });

  it("that nobody saw has no time, also where a timer was begun by mistake", () => {
    const timeline = told(
      ["2026-02-06T09:00:00", received],
      ["2026-02-06T09:00:00", start(1)],
      ["2026-02-06T09:05:00", { type: "complaint.stepPassed", data: { step: 1, why: "not-seen" } }],
      ["2026-02-06T09:10:00", "now"],
    );
    expect(stepOf(timeline, 1).timing).toMatchObject({ state: "passed", passed: "not-seen", grossMs: null });
  });
});

describe("the answer", () => {
  it("is due at the close of the last working day, over a weekend and a holiday", () => {
    // Thursday 12 February; two working days are Friday 13 and Monday 16. Tuesday 17 is a holiday.
    const timeline = told(["2026-02-12T15:00:00", received], ["2026-02-13T09:00:00", "now"]);
    expect(verdictOf(timeline, 2).dueAt).toEqual(wib("2026-02-16T16:00:00"));
    expect(verdictOf(timeline, 3).dueAt).toEqual(wib("2026-02-18T16:00:00"));
    expect(verdictOf(timeline, 3).overall).toBe("running");
  });

  it("to what came after closing, or at midnight, is counted from the next opening", () => {
    for (const at of ["2026-02-06T16:00:00", "2026-02-06T23:59:59", "2026-02-07T00:00:00"]) {
      const timeline = told([at, received], ["2026-02-09T08:00:00", "now"]);
      // Received on Monday 9 at the opening; one working day later is Tuesday 10.
      expect(verdictOf(timeline, 1).dueAt).toEqual(wib("2026-02-10T16:00:00"));
    }
  });

  it("can be due on a leap day", () => {
    const timeline = told(["2028-02-28T09:00:00", received], ["2028-02-28T10:00:00", "now"]);
    expect(verdictOf(timeline, 1).dueAt).toEqual(wib("2028-02-29T16:00:00"));
  });

  it("is in time until the due minute, and late after it", () => {
    const due = (at: string) =>
      verdictOf(told(["2026-02-09T09:00:00", received], [at, answered], ["2026-02-11T09:00:00", "now"]), 1);
    expect(due("2026-02-10T16:00:00").overall).toBe("met");
    expect(due("2026-02-10T16:00:01").overall).toBe("late");
  });

  it("is not judged without a limit of the library's own, nor without opening hours", () => {
    const timeline = told(["2026-02-09T09:00:00", received], ["2026-03-09T09:00:00", answered]);
    expect(verdictOf(timeline, null)).toMatchObject({ overall: "not-judged", dueAt: null });
    expect(verdictOf(timeline, 5, { figure: "gross", hours: undefined })).toMatchObject({
      overall: "not-judged",
      dueAt: null,
    });
  });

  it("is late while it is still owed after three weeks, and the wait is exact", () => {
    const timeline = told(["2026-02-09T09:00:00", received], ["2026-03-02T09:00:00", "now"]);
    expect(timeline.waitMs).toBe(21 * 86_400_000);
    expect(verdictOf(timeline, 5).overall).toBe("late");
  });

  it("gets the opening hours of a pause back where pauses do not count, and not where they do", () => {
    const timeline = told(
      ["2026-02-09T09:00:00", received],
      ["2026-02-09T14:00:00", paused],
      ["2026-02-10T10:00:00", resumed],
      ["2026-02-10T11:00:00", "now"],
    );
    expect(verdictOf(timeline, 1, GROSS).dueAt).toEqual(wib("2026-02-10T16:00:00"));
    // Paused for two hours on Monday and two on Tuesday: four hours into Wednesday.
    expect(verdictOf(timeline, 1, NET).dueAt).toEqual(wib("2026-02-11T12:00:00"));
    expect(timeline).toMatchObject({ waitMs: 26 * 3_600_000, netMs: 6 * 3_600_000 });
  });

  it("of a complaint that is opened again has a limit of its own from then, and one late answer stays late", () => {
    const before = [
      ["2026-02-09T09:00:00", received],
      ["2026-02-09T10:00:00", answered],
      ["2026-02-09T10:30:00", closed],
      ["2026-03-02T09:00:00", reopened],
    ] as const;
    const running = told(...before, ["2026-03-02T12:00:00", "now"]);
    expect(verdictOf(running, 1)).toMatchObject({ overall: "running", dueAt: wib("2026-03-03T16:00:00") });
    // The three weeks in which it was over are nobody's wait.
    expect(running.waitMs).toBe(4 * 3_600_000);
    const late = told(...before, ["2026-03-04T09:00:00", answered], ["2026-03-04T09:00:00", "now"]);
    expect(verdictOf(late, 1).overall).toBe("late");
    expect(late.rounds).toHaveLength(2);
  });

  it("is not owed any more once the complaint is withdrawn", () => {
    const timeline = told(["2026-02-09T09:00:00", received], ["2026-03-09T09:00:00", withdrawn]);
    expect(verdictOf(timeline, 1).overall).toBe("not-judged");
    expect(timeline.status).toBe("withdrawn");
  });

  it("to a memo that lay in the box is counted from when it came, and never from a day still to come", () => {
    const lain = (receivedAt: string) =>
      told(
        ["2026-02-10T09:00:00", { type: "complaint.received", data: { receivedAt } }],
        ["2026-02-10T10:00:00", "now"],
      );
    const box = lain(wib("2026-02-09T09:00:00").toISOString());
    expect([box.waitMs, verdictOf(box, 1).dueAt]).toEqual([25 * 3_600_000, wib("2026-02-10T16:00:00")]);
    expect(lain(wib("2027-02-09T09:00:00").toISOString()).waitMs).toBe(3_600_000);
  });
});

describe("a clock that was set", () => {
  it("back a year makes no time negative, and is said", () => {
    const timeline = told(
      ["2026-02-09T09:00:00", received, 0],
      ["2025-02-09T09:00:30", start(1), 30],
      ["2025-02-09T09:01:15", end(1), 75],
      ["2025-02-09T09:02:00", "now", 120],
    );
    expect(timeline.isClockSuspect).toBe(true);
    expect(timeline.waitMs).toBe(120_000);
    expect(stepOf(timeline, 1).judged).toMatchObject({ tookMs: 45_000, verdict: "met" });
  });
});
