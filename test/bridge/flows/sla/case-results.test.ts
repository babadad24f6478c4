import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../../src/store/database.ts";
import { rebuild } from "../../../../src/store/rebuild.ts";
import { SOME_FILE, ToldDesk } from "./told-desk.ts";

/** 60 + 300 + 300 + 120 + 60 + 60 + 30 = 930 s, within 1440 s. */
const QUICK = [60, 300, 300, 120, 60, 60, 30];
/** 70 + 400 + 400 + 300 + 300 + 120 + 60 = 1650 s. */
const SLOW = [70, 400, 400, 300, 300, 120, 60];

const started = ToldDesk.open;

describe("what a case came to", () => {
  it("is written after its last event, with every figure that its events give", async () => {
    const desk = await started();
    const id = await desk.lebak(SLOW);
    await desk.clock.advance(200);
    expect(desk.store.results.of(id)).toEqual({
      case: id,
      group: {
        ...{ standardId: "id.lebak.pembuatan-kta", standardVersion: 1, kind: "new" },
        ...{ channel: "in-person", category: "" },
      },
      ...{ desk: "desk-1", ticket: "A-001", day: "2026-02-05", status: "handed-over" },
      openedAt: new Date("2026-02-05T02:00:00Z"),
      readyAt: new Date("2026-02-05T02:26:30Z"),
      takenAt: new Date("2026-02-05T02:27:30Z"),
      closedAt: new Date("2026-02-05T02:27:30Z"),
      ...{ published: "late", stepSum: "not-judged", overall: "late", isDecided: true },
      ...{ measuredMs: 1_650_000, grossMs: 1_650_000, netMs: 1_650_000, libraryMs: 850_000 },
      ...{ applicantMs: 400_000, queueMs: undefined, pauses: [], limitSeconds: 1_440 },
      dueAt: new Date("2026-02-05T02:24:00Z"),
      ...{ isAbandoned: false, isClockSuspect: false, spoiled: 0, reprints: 0, lateReason: undefined },
    });
  });

  it("is undecided while the promise runs, and of a case that was given up", async () => {
    const desk = await started();
    const running = await desk.lebak(QUICK.slice(0, 2));
    const gone = await desk.tell({ standardId: "id.lebak.pembuatan-kta" }, [
      5,
      { type: "case.cancelled", data: { reason: "gone" } },
    ]);
    desk.results.bringUpToDate();
    expect(desk.store.results.of(running)).toMatchObject({ isDecided: false, status: "open" });
    expect(desk.store.results.of(gone)).toMatchObject({ isDecided: false, status: "cancelled" });
  });

  it("holds pauses by reason, spoiled cards, reprints and the reason for being late", async () => {
    const desk = await started();
    const id = await desk.tell(
      { standardId: "id.jateng.pembuatan-kartu" },
      [10, { type: "case.requirementsChecked", data: { documents: [] } }],
      [5, { type: "case.paused", data: { reason: "missing-document" } }],
      [900, { type: "case.resumed", data: {} }],
      [20, { type: "case.printRequested", data: { job: SOME_FILE } }],
      [10, { type: "case.printConfirmed", data: { job: SOME_FILE, by: "scan" } }],
      [5, { type: "case.cardSpoiled", data: { job: SOME_FILE, reason: "unreadable" } }],
      [5, { type: "case.printRequested", data: { job: SOME_FILE } }],
      [10, { type: "case.printConfirmed", data: { job: SOME_FILE, by: "scan" } }],
      [3, { type: "case.lateReasonGiven", data: { reason: "documents-missing" } }],
    );
    desk.results.bringUpToDate();
    expect(desk.store.results.of(id)).toMatchObject({
      ...{ pauses: [{ reason: "missing-document", ms: 900_000 }], spoiled: 1, reprints: 1 },
      ...{ published: "late", lateReason: "documents-missing", status: "ready" },
    });
  });

  it("knows the applicant's category by what was brought along", async () => {
    const desk = await started();
    const tell = (documents: string[]) =>
      desk.tell({ standardId: "id.barito-utara.kartu-anggota" }, [
        60,
        { type: "case.requirementsChecked", data: { documents } },
      ]);
    const ids = [await tell(["r5"]), await tell(["r2"]), await tell(["r2", "r5"])];
    desk.results.bringUpToDate();
    const categories = ids.map((id) => desk.store.results.of(id)?.group.category);
    expect(categories).toEqual(["general-public", "sd+smp+sma", ""]);
  });

  it("moves with the case to another group, and leaves nothing of its steps behind", async () => {
    const desk = await started();
    const id = await desk.tell({ standardId: "id.barito-utara.kartu-anggota" });
    desk.results.bringUpToDate();
    desk.store.events.append({
      stream: `case/${id}`,
      type: "case.requirementsChecked",
      data: { documents: ["r5"] },
    });
    desk.results.bringUpToDate();
    const span = { from: desk.today, to: desk.today };
    const found = desk.store.results.groups().map(({ id: group, category }) => {
      return [category, desk.store.figures.stepDays(group, "intake", span).length];
    });
    expect(found).toEqual([
      ["", 0],
      ["general-public", 1],
    ]);
  });
});

describe("the judge", () => {
  it("catches up with what a kill has kept from it", async () => {
    const before = await started();
    const id = await before.lebak(QUICK);
    // No word of it has been judged yet; the daemon dies here.
    await before.results.stop();
    before.store.close();
    const after = await started({ folder: before.folder, clock: before.clock });
    await after.clock.advance(1_000);
    expect(after.store.results.of(id)).toMatchObject({ overall: "met", measuredMs: 930_000 });
    expect(after.store.results.changed()).toEqual([]);
  });

  it("judges every case again once the rules are others, slice by slice", async () => {
    const before = await started();
    const ids = [];
    for (let number = 0; number < 45; number++) ids.push(await before.lebak(QUICK));
    before.results.bringUpToDate();
    await before.results.stop();
    before.store.close();

    const after = await started({
      ...{ folder: before.folder, clock: before.clock },
      judgingFor: (standard) => ({ ...before.judgingFor(standard), figure: "net" }),
    });
    const rules = (): string | undefined => after.store.results.groups()[0]?.judgedBy;
    expect(rules()).toContain('"figure":"gross"');
    await after.clock.advance(19);
    expect(rules()).toContain('"figure":"gross"');
    await after.clock.advance(200);
    expect(rules()).toContain('"figure":"net"');
  });

  it("begins again where it was stopped in the middle", async () => {
    const before = await started();
    for (let number = 0; number < 45; number++) await before.lebak(QUICK);
    before.results.bringUpToDate();
    await before.results.stop();
    before.store.close();
    rebuildIn(before.folder);

    const half = new ToldDesk({ folder: before.folder, clock: before.clock });
    await half.results.start();
    await half.clock.advance(25);
    await half.results.stop();
    const span = { from: half.today, to: half.today };
    const count = (desk: ToldDesk): number =>
      desk.store.figures.count(
        desk.store.results.groups().map(({ id }) => id),
        span,
      );
    expect(count(half)).toBe(20);
    half.store.close();

    const rest = await started({ folder: before.folder, clock: before.clock });
    await rest.clock.advance(200);
    expect(count(rest)).toBe(45);
    expect(rest.store.results.isFilled).toBe(true);
  });

  it("brings everything back after a rebuild, exactly as it was", async () => {
    const before = await started();
    const ids = [await before.lebak(QUICK), await before.lebak(SLOW), await before.lebak(QUICK.slice(0, 3))];
    before.results.bringUpToDate();
    const live = ids.map((id) => before.store.results.of(id));
    const steps = stepsIn(before);
    await before.results.stop();
    before.store.close();

    rebuildIn(before.folder);
    const after = new ToldDesk({ folder: before.folder, clock: before.clock });
    expect(ids.map((id) => after.store.results.of(id))).toEqual([undefined, undefined, undefined]);
    expect(after.results.rebuild()).toBe(3);
    expect(ids.map((id) => after.store.results.of(id))).toEqual(live);
    expect(stepsIn(after)).toEqual(steps);
  });

  it("passes over a case whose standard this desk does not have", async () => {
    const desk = await started();
    const id = await desk.tell({ standardId: "nobody-has-this" }, [
      5,
      { type: "case.requirementsChecked", data: { documents: [] } },
    ]);
    desk.results.bringUpToDate();
    expect(desk.store.results.of(id)).toBeUndefined();
    expect(desk.store.results.changed()).toEqual([]);
  });

  it("stops at once while there is still much to judge", async () => {
    const before = await started();
    for (let number = 0; number < 45; number++) await before.lebak(QUICK.slice(0, 1));
    await before.results.stop();
    before.store.close();
    rebuildIn(before.folder);
    const after = new ToldDesk({ folder: before.folder, clock: before.clock });
    await after.results.start();
    await after.results.stop();
    expect(after.store.results.isFilled).toBe(false);
    expect(after.store.results.unfilled(100)).toHaveLength(35);
  });
});

function rebuildIn(folder: string): void {
  using db = openDatabase({ folder });
  rebuild(db);
}

const stepsIn = (desk: ToldDesk) =>
  desk.store.results
    .groups()
    .map(({ id }) =>
      ["intake", "photo", "print-and-handover"].map((step) =>
        desk.store.figures.stepDays(id, step as "intake", { from: desk.today, to: desk.today }),
      ),
    );
