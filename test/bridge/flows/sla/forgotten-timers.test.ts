import { describe, expect, it, onTestFinished } from "vitest";
import type { CaseNews } from "../../../../src/bridge/flows/case-news.ts";
import { ForgottenTimers } from "../../../../src/bridge/flows/sla/forgotten-timers.ts";
import type { NewEvent } from "../../../../src/store/event-catalog.ts";
import { SilentLog } from "../../../harness/silent-log.ts";
import { ToldDesk } from "./told-desk.ts";

const MINUTE_MS = 60_000;

async function watch(desk: ToldDesk): Promise<void> {
  const { store, timings, judgingFor, clock } = desk;
  const cases = {
    append: (id: string, news: CaseNews) => {
      store.events.append({ stream: `case/${id}`, ...news } as NewEvent);
    },
  };
  const log = new SilentLog();
  const { service } = new ForgottenTimers({
    ...{ store, timings, cases, judgingFor, clock, log },
    desk: "desk-1",
  });
  await service.start();
  onTestFinished(() => service.stop());
  // The store is read first.
  await clock.advance(1_000);
}

describe("a step that nobody ends", () => {
  it("is closed by the system within a minute after ten times its target, once", async () => {
    const desk = await ToldDesk.open();
    await watch(desk);
    const id = await desk.lebak([60]);
    await desk.clock.advance(50 * MINUTE_MS);
    expect(desk.store.events.read(`case/${id}`).at(-1)?.type).toBe("case.requirementsChecked");
    await desk.clock.advance(MINUTE_MS);
    const closed = desk.store.events.read(`case/${id}`);
    expect(closed.at(-1)).toMatchObject({
      type: "case.stepAbandoned",
      data: { step: "form-electronic", why: "past-target" },
      operator: "system",
    });
    await desk.clock.advance(600 * MINUTE_MS);
    expect(desk.store.events.read(`case/${id}`)).toHaveLength(closed.length);
  });

  it("of last night is closed when the desk starts in the morning", async () => {
    const desk = await ToldDesk.open();
    const id = await desk.tell({ standardId: "id.mojokerto-kota.perpanjangan-kartu", kind: "renewal" });
    await desk.clock.advance(24 * 60 * MINUTE_MS);
    await watch(desk);
    expect(desk.store.events.read(`case/${id}`).at(-1)).toMatchObject({
      data: { step: "data-entry", why: "past-closing" },
    });
  });

  it("leaves the case out of the figures, and its other steps in them", async () => {
    const desk = await ToldDesk.open();
    await watch(desk);
    const id = await desk.tell(
      { standardId: "id.lebak.pembuatan-kta" },
      [60, { type: "case.requirementsChecked", data: { documents: [] } }],
      [4_000, { type: "case.stepDone", data: { step: "form-electronic", result: "done" } }],
      [200, { type: "case.stepDone", data: { step: "data-entry", result: "done" } }],
      [60, { type: "case.handedOver", data: { phoneConfirmed: true, signature: "paper", file: null } }],
    );
    desk.results.bringUpToDate();
    expect(desk.store.results.of(id)).toMatchObject({ isAbandoned: true, isDecided: true });
    const [group] = desk.store.results.groups();
    const days = (step: "form-electronic" | "data-entry") =>
      desk.store.figures.stepDays(group!.id, step, { from: desk.today, to: desk.today });
    expect(days("form-electronic")[0]).toMatchObject({ n: 1, abandoned: 1, onTime: 0, late: 0 });
    expect(days("data-entry")[0]).toMatchObject({ n: 1, abandoned: 0, onTime: 1 });
  });
});
