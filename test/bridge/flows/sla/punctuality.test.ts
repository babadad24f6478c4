import { describe, expect, it } from "vitest";
import type { Asked } from "../../../../src/bridge/flows/sla/punctuality.ts";
import { figuresOf } from "../../../../src/bridge/flows/sla/punctuality-view.ts";
import type { LocalDate } from "../../../../src/kernel/types.ts";
import { findStandard } from "../../../../src/sla/presets.ts";
import type { Standard } from "../../../../src/sla/standard.ts";
import { codeOf } from "../../../store/test-store.ts";
import { SOME_FILE, ToldDesk } from "./told-desk.ts";

const never = new AbortController().signal;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const everything: Asked = {
  ...{ from: "2026-01-01" as LocalDate, to: "2026-12-31" as LocalDate },
  ...{ standard: undefined, step: undefined, channel: undefined, kind: undefined, category: undefined },
};
const preset = (id: string, version?: number): Standard => findStandard(id, version)!;

async function figures(desk: ToldDesk, asked: Partial<Asked> = {}) {
  const whole = { ...everything, ...asked };
  return figuresOf(whole, await desk.punctuality.find(whole, never), preset);
}

/** Lebak: 60 · 300 · 300 · 300 · 300 · 180 s published, 1440 s in all. */
const LEBAK_CASES: readonly (readonly number[])[] = [
  [60, 300, 300, 120, 60, 60, 30], // 930 s
  [60, 240, 300, 180, 60, 60, 40], // 940 s
  [30, 300, 360, 240, 100, 60, 50], // 1140 s
  [60, 300, 300, 300, 300, 120, 60], // 1440 s, to the last second
  [70, 400, 400, 300, 300, 120, 60], // 1650 s, late
];

async function lebakMorning(): Promise<ToldDesk> {
  const desk = await ToldDesk.open();
  for (const steps of LEBAK_CASES) await desk.lebak(steps);
  return desk;
}

describe("the figures of a morning in Lebak, worked out by hand", () => {
  it("say how many were on time, and how long they took", async () => {
    const { summary, opened, open, cancelled } = await figures(await lebakMorning());
    expect(summary).toEqual({
      ...{ n: 5, judged: 5, onTime: 4, onTimePercent: 80, list: null },
      // The middle of five; the smallest that nine of ten do not exceed is the longest.
      ...{ medianMs: 1_140_000, p90Ms: 1_650_000, maxMs: 1_650_000 },
      ...{ unresolved: 0, abandoned: 0, clockSuspect: 0 },
    });
    expect([opened, open, cancelled]).toEqual([5, 0, 0]);
  });

  it("put each step beside its target, and name the one that holds the others up", async () => {
    const { steps, bottleneck } = await figures(await lebakMorning());
    expect(steps.map(({ step, targetSeconds }) => [step, targetSeconds])).toEqual([
      ["intake", 60],
      ["form-electronic", 300],
      ["data-entry", 300],
      ["photo", 300],
      ["verify", 300],
      ["print-and-handover", 180],
    ]);
    const entry = steps.find(({ step }) => step === "data-entry");
    // 300, 300, 360, 300, 400: two over, by 60 and by 100 seconds.
    expect(entry).toMatchObject({
      ...{ performer: "unknown", inStandard: true, overMs: 160_000 },
      summary: { n: 5, onTime: 3, onTimePercent: 60, medianMs: 300_000, p90Ms: 400_000 },
    });
    expect(steps[0]).toMatchObject({ overMs: 10_000, summary: { onTime: 4, medianMs: 60_000 } });
    expect(bottleneck).toEqual({ step: "data-entry", by: "over-target" });
  });

  it("blame no step for the wait of a finished card where the promise ends when it is ready", async () => {
    const desk = await ToldDesk.open();
    const standardId = "id.mojokerto-kota.perpanjangan-kartu";
    for (let number = 0; number < 5; number++)
      await desk.tell(
        { standardId, kind: "renewal" },
        [200, { type: "case.stepDone", data: { step: "data-entry", result: "done" } }],
        [60, { type: "case.dataChecked", data: { revised: false } }],
        [90, { type: "case.printConfirmed", data: { job: SOME_FILE, by: "scan" } }],
        [
          3 * 3_600,
          { type: "case.handedOver", data: { phoneConfirmed: true, signature: "paper", file: null } },
        ],
      );
    const { bottleneck, steps, perCase } = await figures(desk);
    expect(bottleneck).toEqual({ step: "data-entry", by: "longest" });
    // The wait itself stays to be read, beside its step and nowhere else.
    expect(steps.find(({ step }) => step === "handover")?.summary.medianMs).toBe(3 * HOUR_MS);
    expect(perCase).toEqual({ measuredMs: 350_000, libraryMs: 350_000, applicantMs: 0, pausedMs: 0 });
  });

  it("divide the time between the library and the applicant", async () => {
    const { perCase } = await figures(await lebakMorning());
    // Of 930 + 940 + 1140 + 1440 + 1650 = 6100 s the forms took 300 + 240 + 300 + 300 + 400 = 1540 s, and the data entry,
    // of which the document does not say whose it is, 300 + 300 + 360 + 300 + 400 = 1660 s.
    expect(perCase).toEqual({ measuredMs: 1_220_000, libraryMs: 580_000, applicantMs: 308_000, pausedMs: 0 });
  });

  it("lie about the promise: every bar before it is on time", async () => {
    const { distribution } = await figures(await lebakMorning());
    expect(distribution).toMatchObject({ limitMs: 1_440_000, widthMs: 120_000 });
    const filled = distribution.bars.filter(({ onTime, late }) => onTime + late > 0);
    expect(filled).toEqual([
      { fromMs: 840_000, toMs: 960_000, onTime: 2, late: 0, other: 0 },
      { fromMs: 1_080_000, toMs: 1_200_000, onTime: 1, late: 0, other: 0 },
      { fromMs: 1_320_000, toMs: 1_440_000, onTime: 1, late: 0, other: 0 },
      { fromMs: 1_560_000, toMs: 1_680_000, onTime: 0, late: 1, other: 0 },
    ]);
  });

  it("of one step are that step's", async () => {
    const { summary, distribution, trend } = await figures(await lebakMorning(), { step: "photo" });
    // 120, 180, 240, 300, 300.
    expect(summary).toMatchObject({ n: 5, onTime: 5, medianMs: 240_000, maxMs: 300_000 });
    expect(distribution.limitMs).toBe(300_000);
    expect(trend.points).toEqual([{ at: "2026-02", onTime: 5, late: 0, other: 0, medianMs: 240_000 }]);
  });

  it("count the reasons of late cases, and those without one", async () => {
    const desk = await lebakMorning();
    const late = await desk.lebak(LEBAK_CASES[4]!);
    desk.store.events.append({
      stream: `case/${late}`,
      type: "case.lateReasonGiven",
      data: { reason: "printer-stopped" },
    });
    const { lateReasons } = await figures(desk);
    expect(lateReasons).toHaveLength(2);
    expect(lateReasons).toEqual(
      expect.arrayContaining([
        { reason: null, count: 1 },
        { reason: "printer-stopped", count: 1 },
      ]),
    );
  });

  it("are the same after every case was judged anew", async () => {
    const desk = await lebakMorning();
    const before = await figures(desk);
    desk.store.results.write([], { filled: 0 });
    expect(desk.results.rebuild()).toBe(5);
    expect(await figures(desk)).toEqual(before);
  });
});

describe("figures that would say too much", () => {
  it("of an empty period are empty, never 100 %", async () => {
    const { summary, opened, perCase, steps, distribution, trend } = await figures(await ToldDesk.open());
    expect(summary).toMatchObject({ n: 0, onTimePercent: null, medianMs: null, list: [] });
    expect([opened, perCase, steps, distribution.bars, trend.points]).toEqual([0, null, [], [], []]);
  });

  it("of fewer than five cases are their times, without a percentage", async () => {
    const desk = await ToldDesk.open();
    for (const steps of LEBAK_CASES.slice(1)) await desk.lebak(steps);
    const { summary } = await figures(desk);
    expect(summary).toMatchObject({ judged: 4, onTimePercent: null });
    expect(summary.list).toEqual([940_000, 1_140_000, 1_440_000, 1_650_000]);
  });

  it("leave out what a forgotten timer has spoilt, and count it apart", async () => {
    const desk = await lebakMorning();
    await desk.lebak([60, 300, 20_000, 60, 60, 60, 30]);
    const { summary } = await figures(desk);
    expect(summary).toMatchObject({ n: 6, judged: 5, onTimePercent: 80, maxMs: 1_650_000, abandoned: 1 });
  });

  it("do not count a case that still runs or that was given up", async () => {
    const desk = await lebakMorning();
    await desk.lebak([60, 300]);
    await desk.tell({ standardId: "id.lebak.pembuatan-kta" }, [
      9,
      { type: "case.cancelled", data: { reason: "gone" } },
    ]);
    const { summary, opened, open, cancelled } = await figures(desk);
    expect([summary.n, opened, open, cancelled]).toEqual([5, 7, 1, 1]);
  });

  it("mark a case during which the clock was set", async () => {
    const desk = await ToldDesk.open();
    const telling = desk.lebak(LEBAK_CASES[0]!);
    desk.clock.jumpWall(-365 * DAY_MS);
    await telling;
    const { summary } = await figures(desk, { from: "2025-01-01" as LocalDate });
    expect(summary).toMatchObject({ n: 1, clockSuspect: 1 });
  });
});

describe("a standard whose total is below its own steps", () => {
  /** Sidoarjo: 10 minutes published, 26 by its steps. */
  const sidoarjo = (desk: ToldDesk, seconds: number, channel: "in-person" | "online" = "in-person") =>
    desk.tell({ standardId: "id.sidoarjo.kta-dan-kta-online", channel }, [
      seconds,
      { type: "case.printConfirmed", data: { job: SOME_FILE, by: "scan" } },
      { type: "case.handedOver", data: { phoneConfirmed: true, signature: "paper", file: null } },
    ]);

  it("has both results side by side, and a case between the two is neither on time nor late", async () => {
    const desk = await ToldDesk.open();
    for (const minutes of [8, 9, 15, 20, 25, 30]) await sidoarjo(desk, minutes * 60);
    const { summary, both } = await figures(desk);
    expect(summary).toMatchObject({ n: 6, judged: 3, onTime: 2, unresolved: 3, onTimePercent: null });
    expect(both).toEqual({
      published: { judged: 6, onTime: 2, onTimePercent: 33.3 },
      stepSum: { judged: 6, onTime: 5, onTimePercent: 83.3 },
    });
  });

  it("has no two results for a channel whose steps have no times: those cases wait for an answer", async () => {
    const desk = await ToldDesk.open();
    await sidoarjo(desk, 8 * 60, "online");
    expect(await figures(desk)).toMatchObject({ both: null, summary: { n: 1, judged: 0, unresolved: 1 } });
  });
});

describe("what is asked for", () => {
  it("is cut to the library's own days: a case of five past midnight in Jakarta is not yesterday's", async () => {
    const desk = await ToldDesk.open();
    await desk.clock.advance(15 * HOUR_MS + 5 * 60_000);
    expect(desk.today).toBe("2026-02-06");
    await desk.lebak(LEBAK_CASES[0]!);
    const of = async (day: string) =>
      (await figures(desk, { from: day as LocalDate, to: day as LocalDate })).opened;
    expect([await of("2026-02-05"), await of("2026-02-06")]).toEqual([0, 1]);
  });

  it("may be one kind, channel, category or standard", async () => {
    const desk = await lebakMorning();
    await desk.lebak(LEBAK_CASES[0]!, { kind: "lost" });
    const barito = { standardId: "id.barito-utara.kartu-anggota" };
    await desk.tell(barito, [9, { type: "case.requirementsChecked", data: { documents: ["r5"] } }]);
    const opened = async (asked: Partial<Asked>) => (await figures(desk, asked)).opened;
    expect(await opened({ kind: "lost" })).toBe(1);
    expect(await opened({ channel: "online" })).toBe(0);
    expect(await opened({ category: "general-public" })).toBe(1);
    expect(await opened({ standard: "id.lebak.pembuatan-kta" })).toBe(6);
    expect(await opened({})).toBe(7);
  });

  it("is told by day in a month, and by month in a year, with a place for a month in which nobody came", async () => {
    const desk = await ToldDesk.open();
    await desk.lebak(LEBAK_CASES[0]!);
    await desk.clock.advance(DAY_MS);
    await desk.lebak(LEBAK_CASES[4]!);
    await desk.clock.advance(30 * DAY_MS);
    await desk.lebak(LEBAK_CASES[1]!);
    await desk.clock.advance(60 * DAY_MS);
    await desk.lebak(LEBAK_CASES[1]!);
    const february = { from: "2026-02-01" as LocalDate, to: "2026-02-28" as LocalDate };
    expect((await figures(desk, february)).trend).toEqual({
      by: "day",
      points: [
        { at: "2026-02-05", onTime: 1, late: 0, other: 0, medianMs: 930_000 },
        { at: "2026-02-06", onTime: 0, late: 1, other: 0, medianMs: 1_650_000 },
      ],
    });
    expect((await figures(desk)).trend).toEqual({
      by: "month",
      points: [
        { at: "2026-02", onTime: 1, late: 1, other: 0, medianMs: 1_290_000 },
        { at: "2026-03", onTime: 1, late: 0, other: 0, medianMs: 940_000 },
        { at: "2026-04", onTime: 0, late: 0, other: 0, medianMs: null },
        { at: "2026-05", onTime: 1, late: 0, other: 0, medianMs: 940_000 },
      ],
    });
  });

  it("must begin before it ends, on a day that exists", async () => {
    const desk = await ToldDesk.open();
    const list = (from: string, to: string) =>
      codeOf(() =>
        desk.punctuality.list({ ...everything, from: from as LocalDate, to: to as LocalDate }, 5, 0),
      );
    expect(list("2026-02-06", "2026-02-05")).toBe("BAD_REQUEST");
    expect(list("2026-13-01", "2026-13-02")).toBe("BAD_REQUEST");
    expect(list("2028-02-29", "2028-02-29")).toBeUndefined();
  });
});

describe("the list of cases", () => {
  it("has the late ones first, the latest at the top, and is read page by page", async () => {
    const desk = await lebakMorning();
    const latest = await desk.lebak([900, 400, 400, 300, 300, 120, 60]);
    const page = (limit: number, offset: number) => desk.punctuality.list(everything, limit, offset);
    const { total, cases } = page(3, 0);
    expect(total).toBe(6);
    expect(cases[0]?.case).toBe(latest);
    expect(cases.map(({ overall }) => overall)).toEqual(["late", "late", "met"]);
    expect(page(3, 3).cases.map(({ measuredMs }) => measuredMs)).toEqual([1_140_000, 940_000, 930_000]);
  });
});
