import { beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../../store/test-store.ts";
import { ComplaintDesk } from "./complaint-desk.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Monday 2 February 2026, nine in the morning in Jakarta. */
const MONDAY = new Date("2026-02-02T02:00:00Z");

/** Hours until each is answered; with a limit of one working day all but the last are in time. */
const HOURS_TAKEN = [1, 2, 3, 4, 5, 48];

describe("complaints, counted by hand", () => {
  let desk: ComplaintDesk;
  beforeEach(() => {
    desk = new ComplaintDesk(MONDAY);
  });

  /** One after the other, so that each has its own hours. */
  async function sixAnswered(): Promise<void> {
    desk.complaints.setLimit(1);
    for (const [index, hours] of HOURS_TAKEN.entries()) {
      const id = desk.receive({
        channel: index < 4 ? "box" : "email",
        subject: index % 2 ? "staff" : "card",
      });
      await desk.clock.advance(hours * HOUR_MS);
      desk.answer(id);
      if (index === 0) desk.complaints.close(id, "remedied");
    }
  }

  it("say how many were answered in time, with median and nine of ten", async () => {
    await sixAnswered();
    const { received, waiting, openAtEnd, summary, limits } = desk.figures();
    expect({ received, waiting, openAtEnd, limits }).toEqual({
      ...{ received: 6, waiting: 0, openAtEnd: 0, limits: [1] },
    });
    expect(summary).toMatchObject({
      ...{ n: 6, judged: 6, onTime: 5, list: null },
      // Of 1, 2, 3, 4, 5 and 48 hours: the mean of the middle two; the smallest that nine of ten do not exceed.
      ...{ medianMs: 3.5 * HOUR_MS, p90Ms: 48 * HOUR_MS, maxMs: 48 * HOUR_MS },
    });
    expect(summary.onTimePercent).toBe(83.3);
  });

  it("are told apart by channel and subject, and fewer than five get a list and no percentage", async () => {
    await sixAnswered();
    const { channels, subjects, outcomes } = desk.figures();
    expect(channels.map(({ channel, received }) => [channel, received])).toEqual([
      ["box", 4],
      ["email", 2],
    ]);
    expect(channels[1]?.summary).toMatchObject({
      ...{ n: 2, judged: 2, onTime: 1, onTimePercent: null },
      list: [5 * HOUR_MS, 48 * HOUR_MS],
    });
    expect(subjects.map(({ subject, received }) => [subject, received])).toEqual([
      ["card", 3],
      ["staff", 3],
    ]);
    expect(outcomes).toEqual([{ outcome: "remedied", count: 1 }]);
  });

  it("without a limit are measured and not judged, however many they are", async () => {
    for (let index = 0; index < 7; index++) {
      const id = desk.receive();
      await desk.clock.advance(HOUR_MS);
      desk.answer(id);
    }
    expect(desk.figures()).toMatchObject({
      limits: [],
      summary: { n: 7, judged: 0, onTimePercent: null, list: null, medianMs: HOUR_MS },
    });
  });

  it("of a month without any are none, and never 100 %", () => {
    expect(desk.figures("2026-01-01", "2026-01-31")).toMatchObject({
      ...{ received: 0, openAtEnd: 0, channels: [], subjects: [], steps: [], lateReasons: [] },
      months: [{ month: "2026-01", received: 0, openAtEnd: 0 }],
      summary: { n: 0, onTimePercent: null, medianMs: null, list: [] },
    });
  });

  it("that were taken back are in no average, and still received", () => {
    const id = desk.receive();
    desk.complaints.withdraw(id);
    expect(desk.figures()).toMatchObject({ received: 1, withdrawn: 1, waiting: 0, summary: { n: 0 } });
  });

  it("are owed at the end of a month as it was then, whatever has become of them since", async () => {
    const february = desk.receive();
    const both = desk.receive();
    desk.answer(both);
    await desk.clock.advance(27 * DAY_MS);
    // Sunday 1 March: both Februaries are over; one is answered now, the other is opened again.
    desk.answer(february);
    desk.complaints.reopen(both);
    expect(desk.figures().openAtEnd).toBe(1);
    expect(desk.figures("2026-02-01", "2026-03-31")).toMatchObject({
      ...{ openAtEnd: 1, waiting: 1, reopened: 1 },
      months: [
        { month: "2026-02", received: 2, openAtEnd: 1 },
        { month: "2026-03", received: 0, openAtEnd: 1 },
      ],
    });
    expect(desk.figures("2026-01-01", "2026-01-31").openAtEnd).toBe(0);
  });

  it("belong to the day they came, on the library's own calendar, at midnight too", async () => {
    // A second before midnight in Jakarta on the last of February, and then a second later.
    desk.switchOn(new Date("2026-02-28T16:59:59Z"));
    desk.receive();
    await desk.clock.advance(1_000);
    desk.receive();
    expect([desk.figures().received, desk.figures("2026-03-01", "2026-03-31").received]).toEqual([1, 1]);
  });

  it("of a leap day are February's", () => {
    desk.switchOn(new Date("2028-02-29T02:00:00Z"));
    desk.receive();
    expect(desk.figures("2028-02-01", "2028-02-29").received).toBe(1);
    expect(desk.figures("2028-03-01", "2028-03-31").received).toBe(0);
  });

  it("have each step of the procedure beside its target, and forgotten timers in no average", async () => {
    for (const seconds of [45, 60, 75, 3_600]) {
      const id = desk.receive();
      desk.complaints.startStep(id, 3);
      await desk.clock.advance(seconds * 1_000);
      desk.complaints.endStep(id, 3);
      desk.complaints.passStep(id, 1, "not-seen");
    }
    const { steps } = desk.figures();
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({
      ...{ step: 3, text: "Membuka kotak request", targetSeconds: 60 },
      summary: { n: 4, judged: 3, onTime: 2, abandoned: 1, list: [45_000, 60_000, 75_000] },
    });
  });

  it("give reasons for being late as they were said, and say which were not", async () => {
    desk.complaints.setLimit(1);
    const [said, silent] = [desk.receive(), desk.receive()];
    await desk.clock.advance(7 * DAY_MS);
    desk.answer(said);
    desk.complaints.giveLateReason(said, "overlooked");
    expect(silent).toBeDefined();
    expect(desk.figures().lateReasons).toEqual([
      { reason: "overlooked", count: 1 },
      { reason: null, count: 1 },
    ]);
  });

  it.each([
    ["2026-02-28", "2026-02-01"],
    ["2026-02-30", "2026-02-31"],
    ["2024-01-01", "2026-01-01"],
  ])("are refused for %s to %s", (from, to) => {
    expect(codeOf(() => desk.figures(from, to))).toBe("BAD_REQUEST");
  });
});
