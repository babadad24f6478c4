import { describe, expect, it } from "vitest";
import type { Asked } from "../../../../src/bridge/flows/sla/punctuality.ts";
import { figuresOf } from "../../../../src/bridge/flows/sla/punctuality-view.ts";
import type { LocalDate } from "../../../../src/kernel/types.ts";
import { findStandard } from "../../../../src/sla/presets.ts";
import { ManualClock } from "../../../harness/manual-clock.ts";
import { ToldDesk } from "./told-desk.ts";

const never = new AbortController().signal;
const HOUR_MS = 3_600_000;
const DAY_S = 24 * 3_600;
const YEAR_MS = 365 * DAY_S * 1_000;

/** Lebak's six steps, the last in two: 960 s of the 1440 s that are promised. */
const ORDINARY = [60, 300, 300, 120, 60, 60, 60] as const;

async function figures(desk: ToldDesk, from: string, to: string) {
  const asked: Asked = {
    ...{ from: from as LocalDate, to: to as LocalDate, standard: undefined, step: undefined },
    ...{ channel: undefined, kind: undefined, category: undefined },
  };
  return figuresOf(asked, await desk.punctuality.find(asked, never), (id) => findStandard(id)!);
}

describe("a case that was left open for three weeks", () => {
  it("is one of the day on which it was opened, however often that day is looked at meanwhile", async () => {
    const desk = await ToldDesk.open();
    await desk.lebak(ORDINARY.slice(0, 2));
    await desk.clock.advance(21 * DAY_S * 1_000);
    expect(await figures(desk, "2026-02-05", "2026-02-05")).toMatchObject({ opened: 1, open: 1 });
    expect(await figures(desk, "2026-02-06", "2026-02-28")).toMatchObject({ opened: 0, open: 0 });
  });

  it("spoils nobody's figures when it ends after all: it is counted apart", async () => {
    const desk = await ToldDesk.open();
    for (let number = 0; number < 5; number++) await desk.lebak(ORDINARY);
    const forgotten = await desk.lebak([60, 300, 21 * DAY_S, 120, 60, 60, 60]);
    const { summary, steps } = await figures(desk, "2026-02-01", "2026-02-28");
    expect(summary).toMatchObject({ n: 6, judged: 5, onTime: 5, abandoned: 1, maxMs: 960_000 });
    expect(steps.find(({ step }) => step === "data-entry")?.summary.maxMs).toBe(300_000);
    // What was recorded stays to be read.
    expect(desk.store.results.of(forgotten)?.grossMs).toBe((960 - 300 + 21 * DAY_S) * 1_000);
  });
});

describe("a clock that is set back by a year", () => {
  it("takes no second from a case and gives it none; the case says so and keeps its day", async () => {
    const desk = await ToldDesk.open();
    const id = await desk.lebak(ORDINARY.slice(0, 3));
    desk.clock.jumpWall(-YEAR_MS);
    await desk.tellOn(id, ORDINARY.slice(3));
    const { summary } = await figures(desk, "2026-02-01", "2026-02-28");
    expect(summary).toMatchObject({ n: 1, clockSuspect: 1, list: [960_000] });
    expect(desk.store.results.of(id)).toMatchObject({
      day: "2026-02-05",
      overall: "met",
      isClockSuspect: true,
    });
  });

  it("puts what was opened meanwhile into the day that the clock said", async () => {
    const desk = await ToldDesk.open();
    desk.clock.jumpWall(-YEAR_MS);
    await desk.lebak(ORDINARY);
    expect((await figures(desk, "2026-02-01", "2026-02-28")).opened).toBe(0);
    expect((await figures(desk, "2025-02-01", "2025-02-28")).summary.list).toEqual([960_000]);
  });
});

describe("days that are not every year's, and hours that are not one day's", () => {
  it("29 February has its cases, and its month and year have them too", async () => {
    const desk = await ToldDesk.open({ clock: new ManualClock(new Date("2028-02-29T02:00:00Z")) });
    await desk.lebak(ORDINARY);
    for (const [from, to] of [
      ["2028-02-29", "2028-02-29"],
      ["2028-02-01", "2028-02-29"],
      ["2028-01-01", "2028-12-31"],
    ] as const)
      expect((await figures(desk, from, to)).summary.n).toBe(1);
    expect((await figures(desk, "2028-03-01", "2028-03-31")).opened).toBe(0);
  });

  it("a case over midnight is one case of the evening, as long as it took", async () => {
    // Ten minutes before midnight in Jakarta.
    const desk = await ToldDesk.open({ clock: new ManualClock(new Date("2026-02-05T16:50:00Z")) });
    const id = await desk.lebak(ORDINARY);
    expect(desk.today).toBe("2026-02-06");
    expect((await figures(desk, "2026-02-05", "2026-02-05")).summary.list).toEqual([960_000]);
    expect((await figures(desk, "2026-02-06", "2026-02-06")).opened).toBe(0);
    expect(desk.store.results.of(id)?.takenAt).toEqual(new Date("2026-02-05T17:06:00Z"));
  });

  it("a night in which the PC was off counts by the wall clock, and is suspect to nobody", async () => {
    const desk = await ToldDesk.open();
    const id = await desk.lebak(ORDINARY.slice(0, 3));
    await desk.results.stop();
    const morning = new ManualClock(new Date(desk.clock.now().getTime() + 16 * HOUR_MS), "boot-2");
    desk.store.close();
    const again = await ToldDesk.open({ folder: desk.folder, clock: morning });
    await again.tellOn(id, ORDINARY.slice(3));
    expect(again.store.results.of(id)).toMatchObject({ isClockSuspect: false, day: "2026-02-05" });
    expect(again.store.results.of(id)?.grossMs).toBe(960_000 + 16 * HOUR_MS);
  });
});
