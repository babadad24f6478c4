import { describe, expect, it } from "vitest";
import type { Asked } from "../../../../src/bridge/flows/sla/punctuality.ts";
import { queueFigures } from "../../../../src/bridge/flows/sla/queue-figures.ts";
import type { LocalDate } from "../../../../src/kernel/types.ts";
import { findStandard } from "../../../../src/sla/presets.ts";
import type { Standard } from "../../../../src/sla/standard.ts";
import { ToldDesk } from "./told-desk.ts";

/** 930 s of service. */
const QUICK = [60, 300, 300, 120, 60, 60, 30];
const DAY = "2026-02-05" as LocalDate;
const today: Asked = {
  ...{ from: DAY, to: DAY },
  ...{ standard: undefined, step: undefined, channel: undefined, kind: undefined, category: undefined },
};

const lebak = findStandard("id.lebak.pembuatan-kta")!;
const fromTheCall: Standard = { ...lebak, promise: { ...lebak.promise, excludesQueue: true } };

async function queueOf(desk: ToldDesk, asked: Partial<Asked> = {}, standards = [lebak]) {
  const found = await desk.punctuality.find({ ...today, ...asked }, new AbortController().signal);
  return queueFigures(found.queue, standards);
}

describe("the wait in the queue, worked out by hand", () => {
  it("is not there where nobody has ever taken a number", async () => {
    const desk = await ToldDesk.open();
    await desk.lebak(QUICK);
    expect(await queueOf(desk)).toBeNull();
  });

  it("is kept with what the case came to, and counted into the promise from the ticket", async () => {
    const desk = await ToldDesk.open();
    const id = await desk.lebak(QUICK, {}, await desk.called(600));
    desk.results.bringUpToDate();
    expect(desk.store.results.of(id)).toMatchObject({
      ...{ queueMs: 600_000, grossMs: 1_530_000, measuredMs: 1_530_000, published: "late" },
      openedAt: new Date("2026-02-05T02:00:00Z"),
    });
  });

  it("has a median and a ninth of ten over everybody who was called", async () => {
    const desk = await ToldDesk.open();
    for (const wait of [60, 600, 120, 240]) await desk.lebak(QUICK, {}, await desk.called(wait));
    await desk.lebak(QUICK);
    expect(await queueOf(desk)).toMatchObject({
      // 60, 120, 240, 600 s: half-way between the middle two; the longest is what nine of ten do not exceed.
      ...{ called: 4, medianMs: 180_000, p90Ms: 600_000, maxMs: 600_000 },
    });
  });

  it("says from where the promises count, so that the figures can be defended", async () => {
    const desk = await ToldDesk.open();
    await desk.lebak(QUICK, {}, await desk.called(60));
    expect(await queueOf(desk)).toMatchObject({ counts: "from-ticket" });
    expect(await queueOf(desk, {}, [fromTheCall])).toMatchObject({ counts: "from-call" });
    expect(await queueOf(desk, {}, [lebak, fromTheCall])).toMatchObject({ counts: "both" });
  });

  it("counts apart who was never served, and takes their wait for nobody's", async () => {
    const desk = await ToldDesk.open();
    await desk.lebak(QUICK, {}, await desk.called(60));
    const absent = await desk.called(6_000);
    desk.store.events.append([
      { stream: `case/${absent}`, type: "case.missed", data: {} },
      { stream: `case/${absent}`, type: "case.queueLeft", data: { why: "past-closing" } },
    ]);
    const gone = await desk.called(30);
    desk.store.events.append({ stream: `case/${gone}`, type: "case.queueLeft", data: { why: "withdrawn" } });
    await desk.called(30);
    const figures = await queueOf(desk);
    expect(figures).toMatchObject({ called: 1, maxMs: 60_000 });
    expect(figures?.numbers).toEqual({
      ...{ taken: 4, served: 1, absent: 1, withdrawn: 1, forgotten: 0, inQueue: 1 },
    });
  });

  it("says nothing of all the numbers where a part of the cases is chosen", async () => {
    const desk = await ToldDesk.open();
    await desk.lebak(QUICK, {}, await desk.called(60));
    await desk.called(30);
    expect(await queueOf(desk, { kind: "new" })).toMatchObject({ called: 1, numbers: null });
    expect(await queueOf(desk, { kind: "renewal" })).toBeNull();
  });

  it("leaves a day without results alone, and warns of no case that has not begun", async () => {
    const desk = await ToldDesk.open();
    const id = await desk.called(60);
    desk.results.bringUpToDate();
    expect(desk.store.results.of(id)).toBeUndefined();
    expect(desk.store.results.changed()).toEqual([]);
  });
});
